import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { fail, ok, type Result } from '../../model/failures.ts';
import type { Instant } from '../../model/instant.ts';
import { findArtifact, findArtifacts, type Artifact } from '../../store/artifacts.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { linkId, LINK_MS, signLink } from '../downloads/link.ts';
import { failed } from '../errors.ts';
import { projected, type AnyAnswer } from '../lists/json-page.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { declared, type Version } from '../versions.ts';
import { FILE_NAME, LINK } from '../openapi/examples.ts';
import { nameField, textField } from '../openapi/fields.ts';
import { FILE_CONTENT, FileHeaders } from '../openapi/file-content.ts';
import { bulkAnswer, bulkAnswers, firstRefusal } from './bulk.ts';
import { nameList } from '../lists/parameters.ts';
import { eitherOf, namesSelected, selectionParameter } from './selections.ts';
import { FileLink, MissingFile } from '../openapi/file-schemas.ts';

/** Links that one request may ask for (reference, `GET /v3/files`). */
const MAX_LINKS = 100;

const common = (version: Version) => ({ ...declared(version, 'Files'), security: bearer });
const FilePath = z.object({
  filename: nameField('The name of the file.').openapi({ example: FILE_NAME }),
});

const namesOr = (words: string) => {
  const current = z.object({
    filename: nameList(`${words}; or \`selection\`.`).optional(),
    selection: selectionParameter.optional(),
  });
  // A value of the narrower type is one of the wider.
  const v3 = z.object({ filename: nameList(`${words}.`) }) as unknown as typeof current;
  return [current, v3] as const;
};
const [Linked, LinkedV3] = namesOr(`Names of files, comma-separated, at most ${MAX_LINKS}`);
const [Named, NamedV3] = namesOr('Names of files, comma-separated');

const getFiles = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'get',
    path: `${version.base}/files`,
    operationId: 'getFiles',
    summary: 'Get links to download files',
    description: `Signed links in the order of the names, at most ${MAX_LINKS}; each is good for 10 minutes and needs no token.`,
    middleware: [requires('files.download')],
    request: { query: version.current ? Linked : LinkedV3 },
    responses: version.current
      ? { 200: json('The links.', z.array(FileLink)), ...errors(400, 401, 403, 404) }
      : {
          200: json('The links; of one name the link itself.', z.union([FileLink, z.array(FileLink)])),
          ...errors(400, 401, 403),
          404: json('The names that are not there.', z.array(MissingFile)),
        },
  });

const deleteFiles = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'delete',
    path: `${version.base}/files`,
    operationId: 'deleteFiles',
    summary: 'Delete files',
    description: 'Deletes the artifacts of these names; their history items stay.',
    middleware: [requires('files.write')],
    request: { query: version.current ? Named : NamedV3 },
    responses: bulkAnswers(version),
  });

const getFile = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'get',
    path: `${version.base}/files/{filename}`,
    operationId: 'getFile',
    summary: 'Get a link to download a file',
    description: 'Redirects to a signed link that is good for 10 minutes and needs no token.',
    middleware: [requires('files.download')],
    request: { params: FilePath },
    responses: {
      200: {
        description: 'The file, to a client that follows the redirect.',
        headers: FileHeaders,
        content: FILE_CONTENT,
      },
      303: {
        description: 'Where the file is, for 10 minutes.',
        headers: z.object({
          Location: textField({
            description: 'A signed link; it needs no token.',
            format: 'uri',
            example: LINK,
          }),
        }),
      },
      ...(version.current ? errors(400) : {}),
      ...errors(401, 403, 404),
    },
  });

const deleteFile = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'delete',
    path: `${version.base}/files/{filename}`,
    operationId: 'deleteFile',
    summary: 'Delete a file',
    description: 'Deletes the artifact of this name; its history item stays.',
    middleware: [requires('files.write')],
    request: { params: FilePath },
    responses: { 204: { description: 'The file is deleted.' }, ...errors(400, 401, 403, 404) },
  });

type FileServices = Pick<Services, 'config' | 'db' | 'now' | 'jobs'>;

/** Links to the files of the caller's contact center, and their deletion. */
export function fileRoutes(services: FileServices, version: Version): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  const selectedBy = (c: Context<AppEnv>) => (id: string) => namesSelected(c, services, id);
  operation(routes, getFiles(version), async (c) => {
    const { filename, selection } = c.req.valid('query');
    const asked = await eitherOf('filename', filename, { selection, selected: selectedBy(c) });
    if (!asked.ok) return asked;
    return links(c, services, { version, names: asked.value, some: selection !== undefined });
  });
  operation(routes, deleteFiles(version), async (c) => {
    const { filename, selection } = c.req.valid('query');
    const asked = await eitherOf('filename', filename, { selection, selected: selectedBy(c) });
    if (!asked.ok) return asked;
    const refused = await services.jobs.removeFiles(c.var.caller.ccid, asked.value);
    return bulkAnswer(c, version, { field: 'filename', refused });
  });
  operation(routes, getFile(version), async (c) => {
    const { filename } = c.req.valid('param');
    const at = services.now();
    const artifact = await findArtifact(services.db, c.var.caller.ccid, { name: filename, now: at });
    if (!artifact) return fail('no-file', 'filename', { name: filename.slice(0, 100) });
    c.header('Cache-Control', 'no-store');
    return ok(c.redirect(linkTo(c, services, { artifact, at }), 303));
  });
  operation(routes, deleteFile(version), async (c) => {
    const refused = await services.jobs.removeFiles(c.var.caller.ccid, [c.req.valid('param').filename]);
    return firstRefusal(refused) ?? ok(c.body(null, 204));
  });
  return routes;
}

/** The links; of a selection (`some`) to those of its files that are still there. */
async function links(
  c: Context<AppEnv>,
  services: FileServices,
  { version, names, some }: { version: Version; names: readonly string[]; some: boolean },
): Promise<Result<AnyAnswer>> {
  if (names.length > MAX_LINKS) return fail('too-many-names', 'filename', { max: MAX_LINKS });
  const at = services.now();
  const found = await findArtifacts(services.db, c.var.caller.ccid, { names, now: at });
  const byName = new Map(found.map((artifact) => [artifact.name, artifact]));
  const missing = names.filter((one) => !byName.has(one));
  if (missing.length > 0 && !some) return ok(missingFiles(c, version, missing) as AnyAnswer); // the declared 404
  const paths = names
    .map((one) => byName.get(one))
    .filter((artifact) => artifact !== undefined)
    .map((artifact) => ({ path: linkTo(c, services, { artifact, at }) }));
  c.header('Cache-Control', 'no-store');
  const [only] = paths;
  return ok(projected(c, !version.current && only && paths.length === 1 ? only : paths));
}

/** v3 lists what is missing as `{path}` (reference, `GET /v3/files`); v10 in `detail` of its error body. */
function missingFiles(c: Context<AppEnv>, version: Version, missing: readonly string[]): Response {
  const missed = fail('files-missing', 'filename', { count: missing.length }).failure;
  c.var.noted.refusal = missed.code;
  if (!version.current)
    return c.json(
      missing.map((path) => ({ path })),
      404,
    );
  return failed(c, missed, { missing });
}

function linkTo(
  c: Context<AppEnv>,
  { config }: Pick<Services, 'config'>,
  { artifact, at }: { artifact: Artifact; at: Instant },
): string {
  // A link never outlives its file.
  const expiresAt = Math.min(at + LINK_MS, artifact.expiresAt);
  const link = new URL(signLink(config.linkKeys, artifact, { at, expiresAt }), c.req.url);
  c.var.noted.made.push(`link:${linkId(link)}`);
  return link.href;
}

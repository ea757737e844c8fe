import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { fail, ok } from '../../model/failure.ts';
import { findArtifact } from '../../store/artifacts.ts';
import { bearer, requires } from '../auth/guard.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { LINK_MS, signLink } from '../downloads/link.ts';
import { errors, operation } from '../operation.ts';
import type { Services } from '../services.ts';

const getFile = createRoute({
  method: 'get',
  path: '/udm/v10/files/{filename}',
  operationId: 'getFile',
  summary: 'Get a link to download a file',
  tags: ['Files'],
  security: bearer,
  middleware: [requires('files.download')],
  request: { params: z.object({ filename: z.string() }) },
  responses: {
    303: {
      description: 'Where the file is, for 10 minutes.',
      headers: z.object({
        Location: z.string().openapi({ description: 'A signed link; it needs no token.' }),
      }),
    },
    ...errors(401, 403, 404),
  },
});

/** Links to the files of the caller's contact center. */
export function fileRoutes({
  config,
  db,
  now,
}: Pick<Services, 'config' | 'db' | 'now'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, getFile, async (c) => {
    const { filename: name } = c.req.valid('param');
    const at = now();
    const artifact = await findArtifact(db, c.var.caller.ccid, { name, now: at });
    if (!artifact) {
      return fail(
        'not-found',
        'filename',
        'There is no file of this name, or it has expired; GET file-metadatas lists what is.',
      );
    }
    // A link never outlives its file.
    const expiresAt = Math.min(at + LINK_MS, artifact.expiresAt);
    const link = signLink(config.linkKey.reveal(), artifact, expiresAt);
    c.header('Cache-Control', 'no-store');
    return ok(c.redirect(new URL(link, c.req.url).href, 303));
  });
  return routes;
}

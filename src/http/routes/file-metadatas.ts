import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { DAY_MS, formatInstant, type Instant } from '../../model/instant.ts';
import { olderType, type JobType } from '../../model/records.ts';
import { ARTIFACT_ORDERS, listArtifacts, type Artifact, type ArtifactOrder } from '../../store/artifacts.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { declared, typeFilter, type Version } from '../versions.ts';
import { answerList } from '../lists/answer-list.ts';
import { dateFilter, idFilter, pageParameters, textFilter } from '../lists/parameters.ts';
import { FileItem, FileItemV3 } from '../openapi/file-schemas.ts';
import { pageAnswer } from '../openapi/schemas.ts';

const Query = z.object({
  // Object.keys of a literal table: its keys are the names.
  ...pageParameters(Object.keys(ARTIFACT_ORDERS) as ArtifactOrder[]),
  historyId: idFilter('Files of this run alone.'),
  jobId: idFilter('Files of this job alone.'),
  name: textFilter('Name of the file', 'export-4f1c'),
  jobTitle: textFilter('Title of the job', 'october'),
  type: textFilter('Data type', 'Interaction'),
  source: textFilter('Source, by name or label', 'UCS'),
  startDate: dateFilter('Files uploaded at this moment or later.'),
  endDate: dateFilter('Files uploaded before this moment.'),
});
// All parameters are optional, so a value of the shorter type is one of the longer.
const OldQuery = Query.omit({
  historyId: true,
  jobId: true,
  source: true,
  bgUpdate: true,
  cursor: true,
}) as unknown as typeof Query;

const getFileMetadatas = (version: Version) =>
  createRoute({
    ...declared(version, 'Files'),
    method: 'get',
    path: `${version.base}/file-metadatas`,
    operationId: 'listFileMetadatas',
    summary: 'List the files that can be downloaded',
    description: 'The artifacts of finished runs, without those that have expired.',
    security: bearer,
    middleware: [requires('files.read')],
    request: { query: version.current ? Query : OldQuery },
    responses: {
      200: json('The files that match.', pageAnswer('FilePage', version.current ? FileItem : FileItemV3)),
      ...errors(400, 401, 403),
    },
  });

/** The files of the caller's contact center, without those that have expired. */
export function fileMetadataRoutes(
  { db, now }: Pick<Services, 'db' | 'now'>,
  version: Version,
): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, getFileMetadatas(version), (c) => {
    const { startDate: uploadedFrom, endDate: uploadedTo, ...query } = c.req.valid('query');
    const { historyId, jobId, name, jobTitle, type, source } = query;
    const ids = { historyId, jobId };
    const filter = { ...ids, name, jobTitle, ...typeFilter(version, type), source, uploadedFrom, uploadedTo };
    const at = now();
    return answerList(c, {
      name: 'files',
      query,
      newest: 'historyId',
      filter,
      read: (request) => listArtifacts(db, c.var.caller.ccid, { filter, request, now: at }),
      show: ({ artifact }) => JSON.stringify(fileItem(artifact, { version, now: at })),
      empty: 200,
    });
  });
  return routes;
}

/** The key of the object in R2 and the contact center stay inside. */
function fileItem(
  artifact: Artifact,
  { version, now }: { readonly version: Version; readonly now: Instant },
): Readonly<Partial<Record<keyof z.infer<typeof FileItem>, unknown>>> {
  const item = {
    name: artifact.name,
    jobTitle: artifact.jobTitle,
    type: artifact.type,
    source: artifact.source,
    size: artifact.size,
    uploadDate: formatInstant(artifact.uploadedAt),
    expiryDate: formatInstant(artifact.expiresAt),
    remainingDays: Math.floor((artifact.expiresAt - now) / DAY_MS),
    historyId: artifact.historyId,
    jobId: artifact.jobId,
    sha256: artifact.sha256,
  };
  const { volume, certificates } = artifact;
  if (version.current) return { ...item, volume, certificates };
  // As the projection wrote it.
  return { ...item, type: olderType(artifact.type as JobType) };
}

import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { ok } from '../../model/failure.ts';
import { DAY_MS, formatInstant, type Instant } from '../../model/instant.ts';
import {
  ARTIFACT_ORDERS,
  listArtifacts,
  type Artifact,
  type ArtifactOrder,
  type ArtifactRow,
} from '../../store/artifacts.ts';
import { bearer, requires } from '../auth/guard.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { jsonPage } from '../json-text.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { dateFilter, idFilter, pageOf, pageParameters, textFilter } from './parameters.ts';
import { FileItem, pageAnswer } from './schemas.ts';

const getFileMetadatas = createRoute({
  method: 'get',
  path: '/udm/v10/file-metadatas',
  operationId: 'listFileMetadatas',
  summary: 'List the files that can be downloaded',
  tags: ['Files'],
  security: bearer,
  middleware: [requires('files.read')],
  request: {
    query: z.object({
      // Object.keys of a literal table: its keys are the names.
      ...pageParameters(Object.keys(ARTIFACT_ORDERS) as ArtifactOrder[]),
      historyId: idFilter('Files of this run alone.'),
      jobId: idFilter('Files of this job alone.'),
      name: textFilter('Name of the file'),
      jobTitle: textFilter('Title of the job'),
      type: textFilter('Data type'),
      source: textFilter('Source, by name or label'),
      startDate: dateFilter('Files uploaded at this moment or later.'),
      endDate: dateFilter('Files uploaded before this moment.'),
    }),
  },
  responses: {
    200: json('The files that match.', pageAnswer('FilePage', FileItem)),
    ...errors(400, 401, 403),
  },
});

/** The files of the caller's contact center, without those that have expired. */
export function fileMetadataRoutes({ db, now }: Pick<Services, 'db' | 'now'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, getFileMetadatas, async (c) => {
    const { startDate: uploadedFrom, endDate: uploadedTo, ...query } = c.req.valid('query');
    const { historyId, jobId, name, jobTitle, type, source } = query;
    const page = pageOf(query, 'historyId');
    const filter = { historyId, jobId, name, jobTitle, type, source, uploadedFrom, uploadedTo };
    const at = now();
    const { count, pages } = await listArtifacts(db, c.var.caller.ccid, { filter, page, now: at });
    return ok(await jsonPage({ count, from: page.from, size: page.size, pages: itemPages(pages, at) }));
  });
  return routes;
}

async function* itemPages(
  pages: AsyncGenerator<readonly ArtifactRow[], void>,
  now: Instant,
): AsyncGenerator<readonly string[], void> {
  for await (const rows of pages) yield rows.map(({ artifact }) => JSON.stringify(fileItem(artifact, now)));
}

/** The key of the object in R2 and the contact center stay inside. */
function fileItem(artifact: Artifact, now: Instant): Record<keyof z.infer<typeof FileItem>, string | number> {
  return {
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
}

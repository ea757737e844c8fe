import { z } from '@hono/zod-openapi';
import { JobPreview } from '../../model/api/job-preview.ts';
import { DataEntry } from './data-entry.ts';
import * as examples from './examples.ts';
import { bounds, described, instant } from './fields.ts';
import { warnings } from './schemas.ts';

/** What a job would be: the answer to a dry run. */
export const PreviewAnswer = JobPreview.extend({
  records: described(JobPreview.shape.records, {
    ...bounds,
    description:
      'Lines of all data entries if it ran now: records, their attachments and contact attributes.',
  }),
  bytes: described(JobPreview.shape.bytes, {
    ...bounds,
    description: 'Bytes of these lines, before compression.',
  }),
  exact: described(JobPreview.shape.exact, {
    description:
      'false: `records` and `bytes` are the most that it could be, because they are counted by whole days, or the window is that of a later start.',
  }),
  entities: z.array(DataEntry).readonly().openapi({ description: 'The data entries of the archive.' }),
  volumes: described(JobPreview.shape.volumes, {
    ...bounds,
    description: 'Files at most; compression makes them fewer.',
  }),
  nextStarts: z.array(instant('A start.')).readonly().openapi({
    description: 'The next five starts, ISO 8601; none of a job that is suspended.',
  }),
  warnings,
}).openapi('JobPreview', { description: 'What a job would hold.', example: examples.JOB_PREVIEW });

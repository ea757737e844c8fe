import { z } from '@hono/zod-openapi';
import { JobPreview } from '../../model/api/job-preview.ts';
import * as examples from './examples.ts';
import { described, warnings } from './schemas.ts';

const count = z.number().int().nonnegative();

/** What a job would be: the answer to a dry run. */
export const PreviewAnswer = JobPreview.extend({
  records: described(JobPreview.shape.records, {
    description:
      'Lines of all data entries if it ran now: records, their attachments and contact attributes.',
  }),
  bytes: described(JobPreview.shape.bytes, { description: 'Bytes of these lines, before compression.' }),
  exact: described(JobPreview.shape.exact, {
    description:
      'false: `records` and `bytes` are the most that it could be, because they are counted by whole days, or the window is that of a later start.',
  }),
  entities: z
    .array(
      z.object({
        name: z.string().openapi({
          description: 'What the name of the entry in the archive begins with.',
          example: 'EmailIn-Attachment',
        }),
        records: count.openapi({ description: 'Lines of this entry.' }),
        bytes: count.openapi({ description: 'Bytes of these lines.' }),
      }),
    )
    .readonly()
    .openapi({ description: 'The data entries of the archive.' }),
  volumes: described(JobPreview.shape.volumes, {
    description: 'Files at most; compression makes them fewer.',
  }),
  nextStarts: z.array(z.string()).readonly().openapi({
    description: 'The next five starts, ISO 8601; none of a job that is suspended.',
  }),
  warnings,
}).openapi('JobPreview', { example: examples.JOB_PREVIEW });

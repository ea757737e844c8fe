import { z } from '@hono/zod-openapi';
import { Foretold, JobPreview } from '../../model/api/job-preview.ts';
import { DataEntry } from './data-entry.ts';
import * as examples from './examples.ts';
import { bounds, described, instant } from './fields.ts';
import { warnings } from './schemas.ts';

const Estimate = Foretold.extend({
  minutes: Foretold.shape.minutes.openapi({
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    description:
      'How long the run takes once it is let in, by the pace of the largest of the last twenty finished runs of its data type; null before there is one.',
  }),
  dollars: described(Foretold.shape.dollars, {
    ...bounds,
    description:
      'US dollars at list prices beyond what a plan includes, with the keeping of its files for a month.',
  }),
  pricesOf: described(Foretold.shape.pricesOf, {
    format: 'date',
    description: 'When these prices were last compared with those that are published.',
  }),
  exact: described(Foretold.shape.exact, {
    description:
      'false: it is the most that it could be, as `records` and `bytes` are, or since no run tells how far the records compress.',
  }),
}).openapi('RunEstimate', {
  description: 'How long a run takes, and what it costs whoever operates the service.',
  example: examples.RUN_ESTIMATE,
});

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
  estimate: Estimate,
  nextStarts: z.array(instant('A start.')).readonly().openapi({
    description: 'The next five starts, ISO 8601; none of a job that is suspended.',
  }),
  warnings,
}).openapi('JobPreview', { description: 'What a job would hold.', example: examples.JOB_PREVIEW });

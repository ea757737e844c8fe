import { z } from '@hono/zod-openapi';
import { CERTIFICATE_STATES } from '../../model/certificate-warnings.ts';
import { StatusLabel } from '../../model/api/job-info.ts';
import * as examples from './examples.ts';
import { INSTANT_OR_NONE, SENTENCE } from './fields.ts';
import { SUBJECT } from './sealed-for.ts';

const count = (description: string) =>
  z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).openapi({ description });
const id = (description: string) =>
  z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).openapi({ description });
const text = (description: string) => z.string().openapi({ ...SENTENCE, description });
const time = (description: string) => z.string().openapi({ format: 'date-time', description });
const timeOrNone = (description: string) =>
  z.string().openapi({ ...INSTANT_OR_NONE, description: `${description} "" for none.` });
const run = z
  .object({
    id: id('The history item.'),
    jobId: id('Its job.'),
    title: text('Title of the job.'),
    status: StatusLabel.clone().openapi({ description: 'Its status.' }),
    progress: count('Percent.'),
    startedAt: timeOrNone('When it began, ISO 8601.'),
    finishedAt: timeOrNone('When it ended, ISO 8601.'),
    reason: text('Why it failed; "" of any other.'),
  })
  .openapi('RunFigures', { description: 'A run, in short.' });
const runs = (description: string) => z.array(run).max(10).readonly().openapi({ description });

/** States of the certificate on file. */
const STATES = ['none', ...CERTIFICATE_STATES] as const;

/** What a page of figures shows of a contact center. */
export const StatisticsAnswer = z
  .object({
    jobs: z
      .object({ active: count('Jobs whose starts are made.'), suspended: count('Jobs that are suspended.') })
      .openapi('JobFigures', { description: 'Jobs.' }),
    runs: z
      .object({
        inProgress: count('Runs In Progress.'),
        queued: count('Runs that wait.'),
        current: runs('The ten newest of both.'),
        failedThisWeek: count('Runs that failed in the last seven days, today among them.'),
        failed: runs('The ten newest that failed in the last seven days.'),
      })
      .openapi('RunTotals', { description: 'Runs.' }),
    nextStarts: z
      .array(
        z
          .object({
            id: id('The job.'),
            title: text('Its title.'),
            nextStartsAt: time('When it starts, ISO 8601.'),
          })
          .openapi('NextStart', { description: 'A job that starts soon.' }),
      )
      .max(10)
      .readonly()
      .openapi({ description: 'The next ten jobs to start.' }),
    expiring: z
      .object({
        count: count('Files that expire within seven days; 1,000 stands for as many or more.'),
        firstAt: timeOrNone('When the first of them expires, ISO 8601.'),
      })
      .openapi('ExpiringFiles', { description: 'Files that expire soon.' }),
    certificate: z
      .object({
        state: z.enum(STATES).openapi({
          description: '`ends-soon` from 30 days before its end; `none` where none is on file.',
        }),
        subject: text('As RFC 4514 writes it; "" for none.').openapi(SUBJECT),
        fingerprint: text('SHA-256 of the DER, lower-case hex; "" for none.'),
        notAfter: timeOrNone('When it ends, ISO 8601.'),
      })
      .openapi('CertificateState', {
        description: 'The certificate on file; of several the last one to end.',
      }),
    scheduler: z
      .object({
        alive: z.boolean().openapi({
          description: 'Whether the clock beat in the last three minutes, and no start is overdue.',
        }),
        beatAt: timeOrNone('When the clock last beat, ISO 8601.'),
        overdue: count(
          'Starts that were due two minutes ago and are not made; 1,000 stands for as many or more.',
        ),
        started: count('Runs submitted in the last 24 hours; 1,000 stands for as many or more.'),
      })
      .openapi('SchedulerState', { description: 'Whether starts are made when they are due.' }),
    days: z
      .array(
        z
          .object({
            day: z.string().openapi({ format: 'date', description: 'The day, UTC.' }),
            finished: count('Runs that finished.'),
            failed: count('Runs that failed.'),
            records: count('Records that were exported.'),
            bytes: count('Bytes of the files that were made.'),
          })
          .openapi('DayFigures', { description: 'What ran on a day.' }),
      )
      .length(30)
      .readonly()
      .openapi({ description: 'The last 30 days, today the last.' }),
  })
  .openapi('Statistics', { description: 'Figures of a contact center.', example: examples.STATISTICS });

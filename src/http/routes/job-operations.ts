import { createRoute, z } from '@hono/zod-openapi';
import { JOB_ORDERS, type JobOrder } from '../../store/jobs.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { jsonBody } from '../body.ts';
import { readableJob } from '../job-body.ts';
import { answeredOnce, IdempotencyKey, KEY_REFUSALS } from '../idempotency-key.ts';
import { errors, json } from '../operation.ts';
import { declared, V10, type Version } from '../versions.ts';
import { bulkAnswers } from './bulk.ts';
import { selectionParameter } from './selections.ts';
import { BulkAnswer } from '../openapi/selection-schemas.ts';
import { flagFilter, idList, IdPath, pageParameters, textFilter } from '../lists/parameters.ts';
import { PreviewAnswer } from '../openapi/preview-schema.ts';
import { HistoryItem, JobAnswer, JobBody, pageAnswer } from '../openapi/schemas.ts';
import { JobAnswerV4, JobBodyV4, JobInfoV4, JobUpdateV4, SuccessV4 } from '../openapi/schemas-v4.ts';

const common = (version: Version) => ({ ...declared(version, 'Jobs'), security: bearer });
const path = (version: Version) => `${version.base}/export/jobs`;

const Query = z.object({
  // Object.keys of a literal table: its keys are the names.
  ...pageParameters(Object.keys(JOB_ORDERS) as JobOrder[]),
  title: textFilter('Title of the job', 'october'),
  type: textFilter('Data type', 'Interaction'),
  source: textFilter('Source, by name or label', 'UCS'),
  scheduleType: textFilter('How often the job runs', 'daily'),
  suspend: flagFilter('Whether the job is suspended.'),
});
// All parameters are optional, so a value of the shorter type is one of the longer.
const OldQuery = Query.omit({ source: true, bgUpdate: true, cursor: true }) as unknown as typeof Query;

/** `GET export/jobs` */
export const getJobsRoute = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'get',
    path: path(version),
    operationId: 'listJobs',
    summary: 'List jobs',
    description: 'The jobs of the contact center, the newest first unless asked otherwise.',
    middleware: [requires('jobs.read')],
    request: { query: version.current ? Query : OldQuery },
    responses: {
      200: json(
        'The jobs that match.',
        version.current ? pageAnswer('JobPage', JobAnswer) : pageAnswer('JobPage', JobInfoV4),
      ),
      204: { description: 'No job matches.' },
      ...errors(400, 401, 403),
    },
  });

/** `GET export/jobs/{id}` */
export const getJobRoute = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'get',
    path: `${path(version)}/{id}`,
    operationId: 'getJob',
    summary: 'Show a job',
    description: 'One job, with everything that is needed to edit or clone it.',
    middleware: [requires('jobs.read')],
    request: { params: IdPath },
    responses: {
      200: json('The job.', version.current ? JobAnswer : JobAnswerV4),
      ...errors(400, 401, 403, 404),
    },
  });

/** Of a deprecated version a member that there is not is ignored, as its clients are used to. */
const taking = (version: Version, schema: z.ZodType) => [
  requires('jobs.write'),
  jsonBody,
  readableJob(schema, { strict: version.current }),
];
const creating = (version: Version) => ({
  ...common(version),
  method: 'post' as const,
  path: path(version),
  operationId: 'createJob',
  summary: 'Create a job',
  description:
    'Creates a job and submits its first run, where it runs at once. A certificate must be on file. What `GET export/jobs/{id}` answers can be sent, too, to clone the job.',
});
const updating = (version: Version) => ({
  ...common(version),
  method: 'put' as const,
  path: `${path(version)}/{id}`,
  operationId: 'updateJob',
  summary: 'Edit a job',
  description:
    'Puts another definition in the place of a recurring job that is not running. What `GET export/jobs/{id}` answers can be sent back, edited.',
});
const body = <T>(schema: T) => ({ required: true, content: { 'application/json': { schema } } });

const DryRun = z.object({
  dryRun: flagFilter(
    'true: nothing is created or changed. The request is checked as it would be, and the answer (200) tells what the job would hold if it ran now, and when it starts.',
  ),
});

/** `POST export/jobs` of v10 */
export const createJobRoute = createRoute({
  ...creating(V10),
  middleware: [...taking(V10, JobBody), answeredOnce('with-body')],
  request: { query: DryRun, headers: IdempotencyKey, body: body(JobBody) },
  responses: {
    200: json('A dry run: what the job would be.', PreviewAnswer),
    202: json('The job.', JobAnswer),
    ...errors(400, 401, 403, 408, 413, 415),
    ...KEY_REFUSALS,
  },
});
/** `POST export/jobs` of v4 */
export const createJobV4Route = (version: Version) =>
  createRoute({
    ...creating(version),
    middleware: taking(version, JobBodyV4),
    request: { body: body(JobBodyV4) },
    responses: { 202: json('The job.', JobInfoV4), ...errors(400, 401, 403, 408, 413, 415) },
  });
/** `PUT export/jobs/{id}` of v10 */
export const updateJobRoute = createRoute({
  ...updating(V10),
  middleware: taking(V10, JobBody),
  request: { params: IdPath, query: DryRun, body: body(JobBody) },
  responses: {
    200: json('The job; of a dry run what it would be.', z.union([JobAnswer, PreviewAnswer])),
    ...errors(400, 401, 403, 404, 408, 413, 415),
  },
});
/** `PUT export/jobs/{id}` of v4 */
export const updateJobV4Route = (version: Version) =>
  createRoute({
    ...updating(version),
    middleware: taking(version, JobUpdateV4),
    request: { params: IdPath, body: body(JobUpdateV4) },
    responses: { 200: json('The job.', JobInfoV4), ...errors(400, 401, 403, 404, 408, 413, 415) },
  });

const DeletedJobs = z.object({
  jobIDs: idList('Ids of jobs, comma-separated; or `selection`.').optional(),
  selection: selectionParameter.optional(),
});
// A value of the narrower type is one of the wider.
const DeletedJobsV4 = z.object({
  jobIDs: idList('Ids of jobs, comma-separated.'),
}) as unknown as typeof DeletedJobs;

/** `DELETE export/jobs` */
export const deleteJobsRoute = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'delete',
    path: path(version),
    operationId: 'deleteJobs',
    summary: 'Delete jobs',
    description: 'Deletes jobs with their history and artifacts. A job in progress is not deleted.',
    middleware: [requires('jobs.write')],
    request: { query: version.current ? DeletedJobs : DeletedJobsV4 },
    responses: bulkAnswers(version),
  });

/** `DELETE export/jobs/{id}` */
export const deleteJobRoute = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'delete',
    path: `${path(version)}/{id}`,
    operationId: 'deleteJob',
    summary: 'Delete a job',
    description: 'Deletes a job with its history and artifacts. A job in progress is refused.',
    middleware: [requires('jobs.write')],
    request: { params: IdPath },
    responses: { 204: { description: 'The job is deleted.' }, ...errors(400, 401, 403, 404) },
  });

/** `POST export/jobs/cancel/{id}` */
export const cancelJobRoute = (version: Version) =>
  createRoute({
    ...common(version),
    method: 'post',
    path: `${path(version)}/cancel/{id}`,
    operationId: 'cancelJob',
    summary: 'Cancel the run of a job',
    description: 'Stops the run that is under way; nothing of it is kept.',
    middleware: [requires('jobs.write')],
    request: { params: IdPath },
    responses: { 200: { description: 'The run is cancelled.' }, ...errors(400, 401, 403, 404) },
  });

const CHANGES = {
  suspend: {
    summary: 'Suspend a job',
    description: 'No further run starts; one under way goes on to its end.',
  },
  resume: { summary: 'Resume a job', description: 'Runs start again at the times of the schedule.' },
} as const;

/** `POST export/jobs/suspend/{id}` and `POST export/jobs/resume/{id}` */
export const changeJobRoute = (version: Version, event: keyof typeof CHANGES) =>
  createRoute({
    ...common(version),
    method: 'post',
    path: `${path(version)}/${event}/{id}`,
    operationId: `${event}Job`,
    ...CHANGES[event],
    middleware: [requires('jobs.write')],
    request: { params: IdPath },
    responses: {
      200: json('The job, or that it was done.', version.current ? JobAnswer : SuccessV4),
      ...errors(400, 401, 403, 404),
    },
  });

/** `POST export/jobs/{id}/run` of v10 */
export const runJobRoute = createRoute({
  ...common(V10),
  method: 'post',
  path: `${path(V10)}/{id}/run`,
  operationId: 'runJob',
  summary: 'Run a job now',
  description:
    'Adds a run now, also of a job that is suspended or runs once. The schedule stays as it is, and so does whether the job is suspended. Refused while a run is Queued or In Progress.',
  middleware: [requires('jobs.write'), answeredOnce('without-body')],
  request: { params: IdPath, headers: IdempotencyKey },
  responses: { 202: json('The run.', HistoryItem), ...errors(400, 401, 403, 404), ...KEY_REFUSALS },
});

const BULK = {
  suspend: 'Suspends the jobs of a selection: no further run starts; those under way go on to their ends.',
  resume: 'Resumes the jobs of a selection: their runs start again at the times of the schedule.',
  cancel: 'Stops the runs that are under way of the jobs of a selection.',
} as const;

/** `POST export/jobs/suspend`, `…/resume` and `…/cancel` of v10 */
export const changeJobsRoute = (event: keyof typeof BULK) =>
  createRoute({
    ...common(V10),
    method: 'post',
    path: `${path(V10)}/${event}`,
    operationId: `${event}Jobs`,
    summary: `${event[0]?.toUpperCase()}${event.slice(1)} selected jobs`,
    description: BULK[event],
    middleware: [requires('jobs.write')],
    request: { query: z.object({ selection: selectionParameter }) },
    responses: { 200: json('What was done.', BulkAnswer), ...errors(400, 401, 403) },
  });

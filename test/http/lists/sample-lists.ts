import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import type { JobView, RunView } from '../../../src/model/api/job-info.ts';
import { STATUS_LABELS, type Status } from '../../../src/model/status.ts';
import { project, type Projection, type ProjectedRun } from '../../../src/store/projection.ts';
import { callerOf, jobView, START, type App } from '../harness.ts';

export interface Page {
  readonly count: number;
  readonly from: number;
  readonly size: number;
  readonly items: readonly Record<string, string | number | boolean>[];
}
export const DAY = 86_400_000;
const TITLES = ['Straße', 'apple', 'Apple', 'İstanbul', '100 % _done_', 'it\'s "quoted"', 'ＦＵＬＬ', 'ΟΔΟΣ'];
const STATUSES: Status[] = ['FINISHED', 'IN_PROGRESS', 'FAILED', 'QUEUED'];

/** Job `n` of a contact center, with one run and one or two artifacts where it is finished. */
export function projection(ccid: string, n: number): Projection {
  const status = STATUSES[n % STATUSES.length] ?? 'FINISHED';
  const id = n * 10;
  const change: Partial<JobView> = {
    type: n % 3 ? 'Interaction' : 'Contact',
    title: TITLES[n % TITLES.length] ?? '',
    status: STATUS_LABELS[status],
    scheduleType: n % 2 ? 'once' : 'daily',
    suspended: n % 5 === 0,
    fileName: status === 'FINISHED' ? `export-${n}.zip.smime` : '',
    fileSize: (n % 4) * 100,
    createdDate: new Date(START + (n % 6) * 1000).toISOString(),
  };
  const {
    schedulerParam: _s,
    suspended: _p,
    scheduleType: _t,
    latestStatus: _l,
    ...info
  } = jobView(id, change);
  const { latestStartedAt: _a, nextStartsAt: _n, ...common } = info;
  const times = { scheduledAt: info.createdDate, startedAt: '', finishedAt: '', detail: {} };
  const view: RunView = { ...common, id: id + 1, parentId: id, ...times };
  const at = { createdAt: START + (n % 6) * 1000, startedAt: n % 7 ? START + (n % 4) * 1000 : null };
  const run: ProjectedRun = {
    view,
    status,
    ...at,
    artifacts: status === 'FINISHED' ? artifactsOf(ccid, n) : [],
  };
  return {
    ccid,
    version: 1,
    job: jobView(id, change),
    jobStatus: status,
    ...at,
    nextStartsAt: null,
    deleted: false,
    runs: [run],
    removedRuns: [],
    at: 0,
  };
}

const artifactsOf = (ccid: string, n: number) =>
  [`export-${n}.z01.smime`, `export-${n}.zip.smime`].slice(n % 2).map((name, index) => ({
    name,
    key: `artifacts/${ccid}/${n}/${index}`,
    volume: index + 1,
    size: (n % 3) * 1000,
    sha256: 'ab'.repeat(32),
    uploadedAt: START - (n % 5) * DAY,
    expiresAt: START - (n % 5) * DAY + (n === 8 ? 0 : 30 * DAY) + 1,
  }));

/** Puts 40 jobs with a run each on file, and 5 of a neighbour's. */
export async function fill(ccid: string, neighbour: string): Promise<void> {
  for (let n = 1; n <= 40; n += 1) await project(env.DB, projection(ccid, n));
  for (let n = 1; n <= 5; n += 1) await project(env.DB, projection(neighbour, 1000 + n));
}

/** Asks `app` for a list as a caller of a contact center; 204 comes as an empty page. */
export async function list(app: App, ccid: string, path: string): Promise<Page> {
  const response = await (await callerOf(app, ccid))(`/udm/v10/${path}`);
  if (response.status === 204) return { count: 0, from: -1, size: -1, items: [] };
  expect(response.status).toBe(200);
  return response.json<Page>();
}

import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import { certificateState } from '../../model/certificate-warnings.ts';
import { ok } from '../../model/failures.ts';
import { formatInstant, type Instant } from '../../model/instant.ts';
import { readStatistics, shownDays, type Statistics } from '../../store/statistics.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { errors, json, operation } from '../operation.ts';
import { StatisticsAnswer } from '../openapi/statistics-schema.ts';
import type { Services } from '../services.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';

const getStatistics = createRoute({
  ...declared(V10, 'Data'),
  method: 'get',
  path: `${V10.base}/statistics`,
  operationId: 'getStatistics',
  summary: 'Show the figures of the contact center',
  description:
    'What runs, what failed in the last seven days, what starts next, what expires soon, the state of the certificate and of the scheduler, and what was exported by day.',
  security: bearer,
  middleware: [requires('jobs.read')],
  responses: { 200: json('The figures.', StatisticsAnswer), ...errors(400, 401, 403) },
});

/** The figures of the caller's contact center. */
export function statisticsRoutes({ db, now }: Pick<Services, 'db' | 'now'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, getStatistics, async (c) => {
    const at = now();
    return ok(c.json(shown(await readStatistics(db, c.var.caller.ccid, at), at), 200));
  });
  return routes;
}

/** A clock that beat longer ago does not beat: it does so once a minute. */
const SILENT_MS = 3 * 60_000;
const WEEK_DAYS = 7;

type Answer = z.infer<typeof StatisticsAnswer>;

function shown(found: Statistics, now: Instant): Answer {
  const withStatus = (status: string) => found.runs.find((row) => row.status === status)?.n ?? 0;
  const jobs = (suspended: number) => found.jobs.find((row) => row.suspended === suspended)?.n ?? 0;
  const beatAt = Number(found.beat[0]?.at ?? 0);
  const overdue = found.overdue[0]?.n ?? 0;
  const expiring = found.expiring[0];
  const days = daysOf(found, now);
  return {
    jobs: { active: jobs(0), suspended: jobs(1) },
    runs: {
      inProgress: withStatus('IN_PROGRESS'),
      queued: withStatus('QUEUED'),
      current: found.running,
      failedThisWeek: days.slice(-WEEK_DAYS).reduce((sum, { failed }) => sum + failed, 0),
      failed: found.failed,
    },
    nextStarts: found.next.map(({ id, title, at }) => ({ id, title, nextStartsAt: formatInstant(at) })),
    expiring: { count: expiring?.n ?? 0, firstAt: timeOf(expiring?.first ?? 0) },
    certificate: certificateOf(found, now),
    scheduler: {
      alive: now - beatAt < SILENT_MS && overdue === 0,
      beatAt: timeOf(beatAt),
      overdue,
      started: found.started[0]?.n ?? 0,
    },
    days,
  };
}

const timeOf = (at: Instant): string => (at > 0 ? formatInstant(at) : '');

/** Every day, also those on which nothing was exported. */
function daysOf({ days }: Statistics, now: Instant): Answer['days'] {
  const known = new Map(days.map((row) => [row.day, row]));
  return shownDays(now).map((day) => known.get(day) ?? { day, finished: 0, failed: 0, records: 0, bytes: 0 });
}

function certificateOf({ certificate: [found] }: Statistics, now: Instant): Answer['certificate'] {
  if (!found) return { state: 'none', subject: '', fingerprint: '', notAfter: '' };
  const { subject, fingerprint, notAfter } = found;
  return { state: certificateState(found, now), subject, fingerprint, notAfter: formatInstant(notAfter) };
}

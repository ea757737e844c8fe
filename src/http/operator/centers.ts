import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { heldOf } from '../../jobs/centers/held.ts';
import { removalPlace, removalStep } from '../../jobs/centers/removal.ts';
import { monthCost } from '../../jobs/month-cost.ts';
import { registryObject } from '../../jobs/new-ids.ts';
import { auditRow, type AuditRow } from '../../model/audit/actions.ts';
import { CCID } from '../../model/ccid.ts';
import { fail } from '../../model/failures.ts';
import { formatInstant, type Instant } from '../../model/instant.ts';
import { storesIn } from '../../records/stores.ts';
import { findBudget } from '../../store/budgets.ts';
import { LIMIT_RANGES, type Limits } from '../../model/limits.ts';
import { namedCenters, suspendCenter, suspendedSince } from '../../store/centers.ts';
import { findLimits, saveLimits } from '../../store/limits.ts';
import { enteredAct, OPERATOR } from '../audit/door.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { failed } from '../errors.ts';
import type { Services } from '../services.ts';

/** Contact centers of one answer. */
const A_PAGE = 100;
/** So long a center has to be suspended before it is removed: isolates go by what they knew for half a minute, and requests take their time. */
const SUSPENDED_MS: Instant = 180_000;

const LIMIT_NAMES = Object.keys(LIMIT_RANGES) as (keyof Limits)[]; // the type of the table says so
const change = z.strictObject({
  suspended: z.boolean().optional(),
  limits: z
    .partialRecord(z.enum(LIMIT_NAMES), z.int().nullable())
    .refine((limits) => LIMIT_NAMES.every((name) => within(LIMIT_RANGES[name], limits[name])))
    .optional(),
});

const within = ([low, high]: readonly [number, number], value: number | null | undefined): boolean =>
  value === null || value === undefined || (value >= low && value <= high);

export type CenterServices = Pick<Services, 'config' | 'db' | 'now' | 'everything'>;

/**
 * What `npm run center` asks of a deployment: `GET …/centers` lists them (`after` is the last one's name), `GET …/centers/{ccid}` tells
 * what one has and may have, and has cost this month, `PATCH` suspends it, lets it go on or changes its limits, and `POST …/remove` with a place carries out one
 * step of its removal and answers the next.
 */
export function centerRoutes(services: CenterServices): OpenAPIHono<AppEnv> {
  const { db, now } = services;
  const routes = newRouter();
  const costNow = async (ccid: string) => {
    const { retentionDays } = services.config;
    const storeOf = storesIn(services.everything().records);
    const { month, dollars } = await monthCost({ db, storeOf, retentionDays, now: now() }, ccid);
    return { month, dollars };
  };
  const shown = async (ccid: string) => {
    const at = await suspendedSince(db, ccid);
    const limits = await findLimits(db, ccid, NO_LIMITS);
    return {
      ccid,
      suspendedAt: at === null ? null : formatInstant(at),
      limits,
      cost: { ...(await costNow(ccid)), budget: await findBudget(db, ccid) },
      held: await heldOf(services.everything(), ccid),
    };
  };
  routes.get('/', async (c) => {
    const after = c.req.query('after') ?? '';
    const { registry } = services.everything();
    const known = await registryObject(registry).centers(after, A_PAGE);
    const all = new Set([...known, ...(await namedCenters(db, after, A_PAGE))]);
    const names = [...all].toSorted().slice(0, A_PAGE);
    const centers = await Promise.all(
      names.map(async (ccid) => ({
        ccid,
        suspended: (await suspendedSince(db, ccid)) !== null,
        dollars: (await costNow(ccid)).dollars,
      })),
    );
    return c.json({ centers, next: names.length < A_PAGE ? null : names.at(-1) });
  });
  routes.use('/:ccid/*', async (c, next) =>
    CCID.test(c.req.param('ccid')) ? next() : failed(c, fail('not-a-center', 'ccid').failure),
  );
  routes.get('/:ccid', async (c) => c.json(await shown(c.req.param('ccid'))));
  routes.patch('/:ccid', async (c) => {
    const input = change.safeParse(await c.req.json().catch(() => null));
    if (!input.success) return failed(c, fail('not-a-center-change', 'body').failure);
    const ccid = c.req.param('ccid');
    const { suspended, limits } = input.data;
    return enteredAct(c, { row: actOn('center.change'), who: OPERATOR }, async () => {
      if (limits) await saveLimits(db, ccid, limits);
      if (suspended !== undefined) {
        await suspendCenter(db, ccid, suspended ? now() : null);
        const { centers } = services.everything();
        await centers.get(centers.idFromName(ccid)).judgeAgain();
      }
      return c.json(await shown(ccid));
    });
  });
  routes.post('/:ccid/remove', async (c) => {
    const ccid = c.req.param('ccid');
    const place = removalPlace.safeParse(await c.req.json().catch(() => null));
    if (!place.success) return failed(c, fail('removal-place', 'body').failure);
    const since = await suspendedSince(db, ccid);
    if (since === null || now() - since < SUSPENDED_MS)
      return failed(c, fail('center-not-suspended', 'ccid', { seconds: SUSPENDED_MS / 1_000 }).failure);
    return enteredAct(c, { row: actOn('center.remove'), who: OPERATOR }, async () =>
      c.json(await removalStep(services.everything(), ccid, place.data)),
    );
  });
  return routes;
}

/** The operator's limits alone are asked for. */
const NO_LIMITS: Readonly<Record<keyof Limits, number | null>> = {
  runs: null,
  jobs: null,
  historyItems: null,
  historyDays: null,
  recordBytes: null,
};

/** An act of the operator on a contact center, which the platform's chain names. */
export const actOn = (action: string): AuditRow => ({
  ...auditRow(action, 'post'),
  names: { type: 'center', parameter: 'ccid' },
});

import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { fail } from '../../model/failures.ts';
import { DAY_MS } from '../../model/instant.ts';
import { beginRestore, restorePlace, restoreStep } from '../../jobs/restore.ts';
import { enteredAct, entersRefusals, OPERATOR } from '../audit/door.ts';
import { auditRow } from '../../model/audit/actions.ts';
import type { Services } from '../services.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { failed, unknownPath } from '../errors.ts';
import { bearerOf, sameSecret } from '../same-secret.ts';
import { centerRoutes, type CenterServices } from './centers.ts';
import { accountRoutes, type AccountServices } from './accounts.ts';
import { setBackRoutes } from './set-back.ts';
import { backupRoutes } from './backups.ts';
import { recordBackupRoutes } from './record-backups.ts';
import { keyRoutes } from './keys.ts';

/** Where the operator's commands ask; no part of the API, and not there where no key is set. */
export const OPERATOR_PATH = '/udm/operator';

/** Days that sweeps are held, at most: as long as anything is ever kept. */
const MAX_HOLD_DAYS = 3_650;
const begin = z.object({ holdDays: z.int().min(0).max(MAX_HOLD_DAYS) });

type OperatorServices = Pick<Services, 'config' | 'now' | 'importRecords'> & AccountServices & CenterServices;

/**
 * What `npm run restore` asks of a deployment: `POST …/restore/begin` with `{holdDays}` answers the first place, `POST
 * …/restore/step` with a place carries out one step and answers the next. The key stands in `Authorization: Bearer`.
 */
export function operatorRoutes(services: OperatorServices): OpenAPIHono<AppEnv> {
  const { config, now, everything: restore } = services;
  const routes = newRouter();
  const row = auditRow('restore', 'post');
  routes.use(`${OPERATOR_PATH}/*`, entersRefusals(row));
  routes.use(`${OPERATOR_PATH}/*`, async (c, next) => {
    const key = config.operatorKey?.reveal();
    if (key === undefined) return unknownPath(c);
    if (!sameSecret(key, bearerOf(c.req.raw.headers)))
      return failed(c, fail('operator-key-refused', 'Authorization').failure);
    return next();
  });
  routes.post(`${OPERATOR_PATH}/restore/begin`, async (c) => {
    const input = begin.safeParse(await c.req.json().catch(() => null));
    if (!input.success) return failed(c, fail('hold-days', 'holdDays', { max: MAX_HOLD_DAYS }).failure);
    const until = input.data.holdDays === 0 ? 0 : now() + input.data.holdDays * DAY_MS;
    return enteredAct(c, { row, who: OPERATOR }, async () =>
      c.json({ next: await beginRestore(restore(), until) }),
    );
  });
  routes.post(`${OPERATOR_PATH}/restore/step`, async (c) => {
    const place = restorePlace.safeParse(await c.req.json().catch(() => null));
    if (!place.success) return failed(c, fail('restore-place', 'body').failure);
    return enteredAct(c, { row, who: OPERATOR }, async () =>
      c.json(await restoreStep(restore(), place.data)),
    );
  });
  routes.route(`${OPERATOR_PATH}/centers`, centerRoutes(services));
  routes.route(`${OPERATOR_PATH}/centers`, backupRoutes(services));
  routes.route(`${OPERATOR_PATH}/centers`, recordBackupRoutes(services));
  routes.route(`${OPERATOR_PATH}/set-back`, setBackRoutes(services));
  routes.route(`${OPERATOR_PATH}/keys`, keyRoutes(services));
  routes.route(OPERATOR_PATH, accountRoutes(services));
  return routes;
}

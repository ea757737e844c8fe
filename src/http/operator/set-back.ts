import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { beginSetBack, setBackPlace, setBackStep } from '../../jobs/set-back.ts';
import { auditRow } from '../../model/audit/actions.ts';
import { fail } from '../../model/failures.ts';
import { DAY_MS } from '../../model/instant.ts';
import { enteredAct, OPERATOR } from '../audit/door.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { failed } from '../errors.ts';
import type { Services } from '../services.ts';

/** As long as the platform keeps what objects and D1 were. */
const MAX_DAYS = 30;

const at = z.iso.datetime().transform((text) => Date.parse(text));
const begin = z.object({ to: at, holdDays: z.int().min(1).max(3_650) });
const step = z.object({ to: at, place: setBackPlace });

/**
 * What `npm run restore -- --to` asks of a deployment: `POST …/set-back/begin` with `{to, holdDays}` holds sweeps, where objects can be set back; `POST
 * …/set-back/step` with `{to, place}` carries out one step and answers the next.
 */
export function setBackRoutes({
  everything,
  now,
}: Pick<Services, 'everything' | 'now'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  const row = auditRow('set-back', 'post');
  routes.post('/begin', async (c) => {
    const input = begin.safeParse(await c.req.json().catch(() => null));
    const age = input.success ? now() - input.data.to : -1;
    if (!input.success || age < 0 || age > MAX_DAYS * DAY_MS)
      return failed(c, fail('set-back-time', 'to', { max: MAX_DAYS }).failure);
    const { to, holdDays } = input.data;
    return enteredAct(c, { row, who: OPERATOR }, async () =>
      (await beginSetBack(everything(), to, now() + holdDays * DAY_MS))
        ? c.json({})
        : failed(c, fail('no-history', 'to').failure),
    );
  });
  routes.post('/step', async (c) => {
    const input = step.safeParse(await c.req.json().catch(() => null));
    if (!input.success) return failed(c, fail('set-back-place', 'body').failure);
    const { to, place } = input.data;
    return enteredAct(c, { row, who: OPERATOR }, async () =>
      c.json(await setBackStep(everything(), to, place)),
    );
  });
  return routes;
}

import type { OpenAPIHono } from '@hono/zod-openapi';
import { LEAD_MS, currentKey, takenUntil, type Placed, type Dated } from '../../config/rings.ts';
import { TOKEN_MS } from '../../identity/keys.ts';
import { auditRow } from '../../model/audit/actions.ts';
import { fail } from '../../model/failures.ts';
import { formatInstant, type Instant } from '../../model/instant.ts';
import { enteredAct, OPERATOR } from '../audit/door.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { LINK_MS } from '../downloads/link.ts';
import { failed } from '../errors.ts';
import type { Services } from '../services.ts';
import { leftUnder, rewrapPlace, rewrapStep } from './rewrap.ts';

/** What lives longest of what is wrapped for a browser to keep: a sign-in at an issuer that is under way. */
const WRAPPED_COOKIE_MS: Instant = 10 * 60_000;

export type KeyServices = Pick<Services, 'config' | 'db' | 'now' | 'everything'>;

/**
 * What `npm run keys` asks of a deployment: `GET …/keys` tells of every key its id, its secret's name and until when it is needed, and
 * nothing of the key itself; `POST …/keys/rewrap` with a place wraps a page of what is under another key anew, and answers the next.
 */
export function keyRoutes(services: KeyServices): OpenAPIHono<AppEnv> {
  const { config, now } = services;
  const routes = newRouter();
  routes.get('/', async (c) => {
    const at = now();
    const signing = config.signingKeys.reveal().map(({ kid, slot, from }) => ({ id: kid, slot, from }));
    const wrapping = shownRing(config.wrapKeys, at, WRAPPED_COOKIE_MS);
    return c.json({
      at: formatInstant(at),
      leadSeconds: LEAD_MS / 1_000,
      rings: {
        jwt: shownRing(signing, at, TOKEN_MS),
        link: shownRing(config.linkKeys, at, LINK_MS),
        wrap: await Promise.all(
          wrapping.map(async (key) => ({ ...key, left: await leftUnder(services, key.id) })),
        ),
      },
    });
  });
  routes.post('/rewrap', async (c) => {
    const place = rewrapPlace.safeParse(await c.req.json().catch(() => null));
    if (!place.success) return failed(c, fail('rewrap-place', 'body').failure);
    return enteredAct(c, { row: auditRow('keys.rewrap', 'post'), who: OPERATOR }, async () =>
      c.json(await rewrapStep(services, place.data)),
    );
  });
  return routes;
}

/** The keys of a ring, without the keys. */
const shownRing = (
  ring: readonly Placed<Dated & { readonly id: string }>[],
  now: Instant,
  livesMs: Instant,
) =>
  ring.map((key) => {
    const { id, slot, from } = key;
    const until = takenUntil(ring, key, livesMs);
    return {
      id,
      slot,
      from: from === 0 ? null : formatInstant(from),
      signs: key === currentKey(ring, now),
      until: until === null ? null : formatInstant(until),
    };
  });

import { z } from 'zod';
import type { WrapKey } from '../../config/key-rings.ts';
import { currentKey } from '../../config/rings.ts';
import { unwrap, wrap } from '../../config/wrap.ts';
import { sealContext } from '../../identity/add-issuer.ts';
import { factorContext } from '../../identity/second-factor.ts';
import { secretContext } from '../../jobs/webhooks/send.ts';
import type { Instant } from '../../model/instant.ts';
import { rememberSweep, sweptUntil } from '../../store/orphans.ts';
import {
  countJobsWithDestination,
  countWrapped,
  putWrapped,
  runsBegunBefore,
  WRAPPED,
  wrappedByOthers,
  type WrappedIn,
  type WrappedRow,
} from '../../store/wrapped.ts';
import type { KeyServices } from './keys.ts';
import { rewrapDestinations } from './rewrap-destinations.ts';

/** Texts of one step: each takes a decryption, an encryption and a statement, and a request may make 1,000 of those. */
const A_PAGE = 200;
/** What isolates that had not heard of the next key may have gone on with, in clocks that differ. */
const SLOW_MS = 5 * 60_000;

/** Where something is wrapped: in D1, and last the secrets of customers' buckets in the objects of jobs. */
type Place = WrappedIn | 'destinations';
// The type of the table says so.
const TABLES = Object.keys(WRAPPED) as [WrappedIn, ...WrappedIn[]];
const PLACES = [...TABLES, 'destinations'] as const satisfies readonly Place[];

/** Rows of `sweeps`: the key under which the last walk through all destinations put them, and that of a walk which is under way. */
const WALKED = 'rewrapped-destinations';
const WALKING = 'rewrapping-destinations';

/** Where wrapping anew goes on: a table, or the jobs, and the row or job behind which. */
export const rewrapPlace = z.strictObject({ of: z.enum(PLACES), after: z.int().nonnegative() });
type RewrapPlace = z.infer<typeof rewrapPlace>;

/** What each text was wrapped for: it opens for nobody else. */
const CONTEXTS: Readonly<Record<WrappedIn, (row: WrappedRow) => string>> = {
  'second-factors': ({ ccid, owner }) => factorContext({ ccid, userName: owner }),
  webhooks: ({ ccid, owner }) => secretContext({ ccid, id: owner }),
  'webhooks-before': ({ ccid, owner }) => secretContext({ ccid, id: owner }),
  issuers: ({ ccid, owner }) => sealContext({ ccid, id: owner }),
};

/** What one step did. */
interface RewrapStep {
  readonly rewrapped: number;
  /** Texts that no key of the ring opens: they are no use to anybody, and stay. */
  readonly lost: number;
  /** Null when all tables were gone through. */
  readonly next: RewrapPlace | null;
}

/** Wraps a page of texts under the key that wraps now. It may be done twice, and begun anew: what is under that key is not looked at. */
export async function rewrapStep(services: KeyServices, { of, after }: RewrapPlace): Promise<RewrapStep> {
  return of === 'destinations' ? destinationStep(services, after) : tableStep(services, { of, after });
}

async function tableStep(
  { config, db, now }: KeyServices,
  { of, after }: { readonly of: WrappedIn; readonly after: number },
): Promise<RewrapStep> {
  const at = now();
  const { id } = currentKey(config.wrapKeys, at);
  const rows = await wrappedByOthers(db, of, { id, after, limit: A_PAGE });
  const anew: (WrappedRow & { becomes: string })[] = [];
  for (const row of rows) {
    const context = CONTEXTS[of](row);
    const plain = await unwrap(config.wrapKeys, context, row.text).catch(() => null);
    if (plain) anew.push({ ...row, becomes: await wrap(config.wrapKeys, context, plain, at) });
  }
  const rewrapped = await putWrapped(db, of, anew);
  const last = rows.length < A_PAGE ? undefined : rows.at(-1);
  return {
    rewrapped,
    lost: rows.length - anew.length,
    next: last ? { of, after: last.at } : firstOf(PLACES[PLACES.indexOf(of) + 1]),
  };
}

/** A walk that ends under the key under which it began has seen every destination: from then on none is left under a key from before. */
async function destinationStep(services: KeyServices, after: number): Promise<RewrapStep> {
  const { config, db, now } = services;
  const at = now();
  const { id, from } = currentKey(config.wrapKeys, at);
  // Before that an isolate may still wrap under the one before.
  if (after === 0) await rememberSweep(db, WALKING, at >= from + SLOW_MS ? id : '');
  const { last, ...done } = await rewrapDestinations(services, after, { ring: config.wrapKeys, id, at });
  if (last === null && (await sweptUntil(db, WALKING)) === id) await rememberSweep(db, WALKED, id);
  return { ...done, next: last === null ? null : { of: 'destinations', after: last } };
}

const firstOf = (of: Place | undefined): RewrapPlace | null => (of ? { of, after: 0 } : null);

/**
 * How much is left under a key that wraps no more. Open volumes lie in the objects of their jobs, each slice wraps what it leaves by the
 * key of that moment: runs that were begun before the next key wrapped are counted, whichever they are under. Of the destinations, which lie
 * there, too, all are counted until a walk has gone through them under a later key.
 */
export async function leftUnder(
  { config, db, now }: KeyServices,
  id: string,
): Promise<Readonly<Record<Place | 'runs', number>>> {
  const ring = config.wrapKeys;
  const own = ring.find((key) => key.id === id);
  const next = own && ring.findLast(({ from }) => from > own.from);
  const counts = TABLES.map(async (of) => {
    const found = (await countWrapped(db, of)).find((one) => one.id === id);
    return [of, found?.count ?? 0] as const;
  });
  const runs = await runsBegunBefore(db, next ? next.from + SLOW_MS : Number.MAX_SAFE_INTEGER);
  // One of each table.
  const rows = Object.fromEntries(await Promise.all(counts)) as Record<WrappedIn, number>;
  return { ...rows, destinations: await destinationsUnder({ db, ring, now: now() }, own), runs };
}

async function destinationsUnder(
  { db, ring, now }: { readonly db: D1Database; readonly ring: readonly WrapKey[]; readonly now: Instant },
  own: WrapKey | undefined,
): Promise<number> {
  // Nothing is under a key that has not wrapped yet.
  if (own === undefined || own.from > now) return 0;
  const walked = await sweptUntil(db, WALKED);
  const later = ring.some(({ id, from }) => id === walked && from > own.from);
  return later ? 0 : countJobsWithDestination(db);
}

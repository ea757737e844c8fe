import { z } from 'zod';
import { currentKey } from '../../config/rings.ts';
import { unwrap, wrap } from '../../config/wrap.ts';
import { sealContext } from '../../identity/add-issuer.ts';
import { factorContext } from '../../identity/second-factor.ts';
import { secretContext } from '../../jobs/webhooks/send.ts';
import {
  countWrapped,
  putWrapped,
  runsBegunBefore,
  WRAPPED,
  wrappedByOthers,
  type WrappedIn,
  type WrappedRow,
} from '../../store/wrapped.ts';
import type { KeyServices } from './keys.ts';

/** Texts of one step: each takes a decryption, an encryption and a statement, and a request may make 1,000 of those. */
const A_PAGE = 200;
/** What isolates that had not heard of the next key may have gone on with, in clocks that differ. */
const SLOW_MS = 5 * 60_000;

// The type of the table says so.
const PLACES = Object.keys(WRAPPED) as [WrappedIn, ...WrappedIn[]];

/** Where wrapping anew goes on: a table, and the row behind which. */
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
export async function rewrapStep(
  { config, db, now }: KeyServices,
  { of, after }: RewrapPlace,
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

const firstOf = (of: WrappedIn | undefined): RewrapPlace | null => (of ? { of, after: 0 } : null);

/**
 * How much is left under a key that wraps no more. Open volumes lie in the objects of their jobs, each slice wraps what it leaves by the
 * key of that moment: runs that were begun before the next key wrapped are counted, whichever they are under.
 */
export async function leftUnder(
  { config, db }: KeyServices,
  id: string,
): Promise<Readonly<Record<WrappedIn | 'runs', number>>> {
  const ring = config.wrapKeys;
  const own = ring.find((key) => key.id === id);
  const next = own && ring.findLast(({ from }) => from > own.from);
  const counts = PLACES.map(async (of) => {
    const found = (await countWrapped(db, of)).find((one) => one.id === id);
    return [of, found?.count ?? 0] as const;
  });
  const runs = await runsBegunBefore(db, next ? next.from + SLOW_MS : Number.MAX_SAFE_INTEGER);
  // One of each place.
  return { ...(Object.fromEntries(await Promise.all(counts)) as Record<WrappedIn, number>), runs };
}

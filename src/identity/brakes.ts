import { fail, type Result } from '../model/failures.ts';
import type { FailureCode } from '../model/failure-codes.ts';
import { DAY_MS, type Instant } from '../model/instant.ts';
import {
  givePlacesBack,
  noteKnownPlace,
  pauseEnds,
  pauseLeft,
  readKnown,
  takePlaces,
  type Brake,
  type Outcome,
} from '../store/brakes.ts';
import type { FloodGate } from '../platform/flood-gate.ts';
import { sha256 } from './secrets.ts';

/** The longest pause, and the longest from an address that the name signed in from, milliseconds. */
const LONGEST_MS: Instant = 15 * 60_000;
const LONGEST_FROM_KNOWN_MS: Instant = 10_000;
/** How long it is known from where a name signed in. */
const PLACE_KNOWN_MS: Instant = 30 * DAY_MS;
/** Wrong tries in a row that cost nothing: of a name or a client, and from one address, behind which many people may sit. */
const FREE_OF_NAME = 5;
const FREE_OF_ADDRESS = 20;
/** Tries at a time: a name's cost a slow hash each. */
const TOGETHER_OF_NAME = 20;
const TOGETHER = 200;
/** What an address waits that floods the service: the window of the binding `FLOOD`, milliseconds. */
const FLOOD_MS: Instant = 10_000;

/** What somebody tries to sign in as. A name is taken as it was given: what it turns out to be must not show. */
export type Tried =
  | { readonly user: { readonly tenant: string | null; readonly name: string } }
  | { readonly client: string };

export interface BrakeServices {
  readonly db: D1Database;
  /** Lets an address in until it floods the service. */
  readonly flood: FloodGate;
  now(): Instant;
}

/** Refusals that are a wrong guess. */
const WRONG: readonly FailureCode[] = [
  'user-refused',
  'client-refused',
  'password-wrong',
  'second-factor-refused',
  'code-wrong',
];
/**
 * A right password without its code: of the name a wrong try, for it proves nobody and must forgive nothing; of the address none, since
 * everybody with a second factor comes this way.
 */
const HALF: FailureCode = 'second-factor-needed';

/**
 * Judges a try to sign in behind the brakes of the name and of the address: a try that has to wait is refused before `judge`, which
 * is slow, is asked. Names that nobody has are treated as those that somebody has.
 */
export const braked = <T>(
  services: BrakeServices,
  tried: Tried,
  address: string,
  judge: () => Promise<Result<T>>,
): Promise<Result<T>> => behindBrakes(services, { tried, address, right: 'right' }, judge);

/**
 * The same of what proves less than a sign-in does, a password without its code: a right one forgives nothing and makes no place known,
 * or whoever has the password could forgive the wrong codes in between.
 */
export const brakedUnforgiving = <T>(
  services: BrakeServices,
  tried: Tried,
  address: string,
  judge: () => Promise<Result<T>>,
): Promise<Result<T>> => behindBrakes(services, { tried, address, right: 'none' }, judge);

/** A try, and what a right one counts as. */
interface Try {
  readonly tried: Tried;
  readonly address: string;
  readonly right: 'right' | 'none';
}

async function behindBrakes<T>(
  services: BrakeServices,
  { tried, address, right }: Try,
  judge: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const { db } = services;
  if (address !== '' && !(await services.flood(network(address)))) return tooMany(FLOOD_MS);
  const begun = services.now();
  // By what the brake goes by: a home changes the lower half of its address every day.
  const place = sha256(JSON.stringify(['place', tried, network(address)]));
  const keys = brakesOf(tried, address, false).map(({ key }) => key);
  const known = await readKnown(db, place, keys);
  const { usedAt } = known;
  const brakes = brakesOf(tried, address, usedAt !== null && usedAt > begun - PLACE_KNOWN_MS);
  // Most of a flood is refused by one read. What decides, of tries at the same moment, is the statement that counts.
  const pause = Math.max(...brakes.map((brake) => pauseEnds(brake, known))) - begun;
  if (pause > 0) return tooMany(pause);
  const taken = await takePlaces(db, brakes, begun);
  const passed = brakes.filter(({ key }) => taken.has(key));
  if (passed.length < brakes.length) {
    await givePlacesBack(
      db,
      passed.map(({ key }) => ({ key, outcome: 'none' as const })),
      services.now(),
    );
    const refusing = brakes.filter(({ key }) => !taken.has(key));
    return tooMany(await pauseLeft(db, refusing, services.now()));
  }
  let outcome: Outcome | 'half' = 'none';
  try {
    const judged = await judge();
    if (judged.ok) outcome = right;
    else if (WRONG.includes(judged.failure.code)) outcome = 'wrong';
    else if (judged.failure.code === HALF) outcome = 'half';
    return judged;
  } finally {
    await settle(services, brakes, outcome);
    const stale = usedAt === null || usedAt <= begun - DAY_MS;
    if (outcome === 'right' && stale) await noteKnownPlace(db, place, begun);
  }
}

const tooMany = (pause: Instant): Result<never> =>
  fail('too-many-tries', '', { seconds: Math.ceil(pause / 1_000) });

/** An address that nobody knows has no brake: that is of local development alone. */
function brakesOf(tried: Tried, address: string, known: boolean): readonly Brake[] {
  const longest = known ? LONGEST_FROM_KNOWN_MS : LONGEST_MS;
  const name: Brake = {
    key: sha256(JSON.stringify(['name', tried])),
    forgiving: true,
    free: FREE_OF_NAME,
    together: 'user' in tried ? TOGETHER_OF_NAME : TOGETHER,
    longest,
  };
  if (address === '') return [name];
  const key = sha256(JSON.stringify(['address', network(address)]));
  return [name, { key, forgiving: false, free: FREE_OF_ADDRESS, together: TOGETHER, longest }];
}

/** A right try forgives the name; not the address, or a guesser would sign in between as somebody known to be right. */
function settle(services: BrakeServices, brakes: readonly Brake[], outcome: Outcome | 'half'): Promise<void> {
  const ofName = outcome === 'half' ? 'wrong' : outcome;
  const ofAddress = outcome === 'wrong' ? 'wrong' : 'none';
  const outcomes = brakes.map(({ key, forgiving }) => ({ key, outcome: forgiving ? ofName : ofAddress }));
  return givePlacesBack(services.db, outcomes, services.now());
}

/** An IPv6 address without its lower half, which whoever has it changes at will (RFC 4291, 2.5.1). */
function network(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0');
  return [...groups, ...(tail === undefined ? [] : zeros), ...rest].slice(0, 4).join(':');
}

import type { Instant } from './instant.ts';
import type { Token } from './protocol.ts';

/**
 * The right of one consumer to write for now: a lease on the slice that is due, fenced by the slice's number and attempt,
 * and by a generation that no two writers share. A record of its own, so that a run may have several some day.
 */
export interface Claim {
  /** The slice that is due, and how often it was begun. Together they are the fence. */
  readonly seq: number;
  readonly attempt: number;
  /** Grows whenever a slice is begun again: no two writers ever share it, however late one of them is. */
  readonly generation: number;
  /** Whether a consumer holds the slice. */
  readonly held: boolean;
  /** Faults that attempts at this slice reported; spaces the next ones out. */
  readonly stumbles: number;
  /** When the first of these faults was reported; null while there is none. */
  readonly waitingSince: Instant | null;
  /** The last fault that does not pass by itself, where it struck, and how often in a row it did there. */
  readonly struck: Struck | null;
  /** When the object's alarm takes the slice over, or sends it again. */
  readonly wakeAt: Instant;
  /** Messages sent for this slice that nobody has answered; spaces the next ones out. */
  readonly unanswered: number;
  /** The last commit that was applied, so that a repeated one gets the first answer. */
  readonly committed: Token | null;
}

/** A fault in its place: the slice is the one that is due, and `records` how many the run had exported. */
export interface Struck {
  readonly code: string;
  readonly records: number;
  readonly times: number;
}

/** A lease that is not renewed for so long is taken over. */
export const LEASE_MS = 15_000;
/** However often nobody answered, a run moves within so long after a restart. */
const RESEND_MAX_MS = 20_000;
/** A run that never was begun waits for its turn, which its contact center tells; it asks again at least so often. */
const ASK_MAX_MS = 10 * 60_000;
/** Renewals are asked for with every page, and written down this far apart: a lease may end so much earlier. */
const RENEW_MS = 1_000;
/** The longest pause after a fault. Two hours of them stay below the attempts that a volume's part numbers have room for. */
const PAUSE_MAX_MS = 120_000;

/** Why a claim is refused: the slice is not the one that is due, or another consumer holds it. */
export type ClaimRefusal = 'late' | 'held';

/** A claim on a slice that met no fault so far. */
const UNTROUBLED = { stumbles: 0, waitingSince: null, struck: null } as const;

export const newClaim = (now: Instant): Claim => ({
  seq: 0,
  attempt: 0,
  generation: 1,
  held: false,
  ...UNTROUBLED,
  wakeAt: now + LEASE_MS,
  unanswered: 0,
  committed: null,
});

/** Why slice `seq` cannot be had now; null when it can. */
export function claimRefusal(claim: Claim, seq: number, now: Instant): ClaimRefusal | null {
  if (seq !== claim.seq) return 'late';
  return claim.held && claim.wakeAt > now ? 'held' : null;
}

/** The slice goes to a consumer. Whoever begins it again is a writer of a new generation. */
export const taken = (claim: Claim, now: Instant): Claim => ({
  ...claim,
  attempt: claim.attempt + 1,
  generation: claim.attempt > 0 ? claim.generation + 1 : claim.generation,
  held: true,
  wakeAt: now + LEASE_MS,
  unanswered: 0,
});

/** Whether `token` still holds the slice: the fence that every write of a consumer passes. */
export const holds = (claim: Claim, token: Token): boolean =>
  claim.held && token.seq === claim.seq && token.attempt === claim.attempt;

/** Whether a renewal is worth writing down: not when the last one was a moment ago. */
export const renewable = (claim: Claim, now: Instant): boolean => now + LEASE_MS - claim.wakeAt >= RENEW_MS;

export const renewed = (claim: Claim, now: Instant): Claim => ({ ...claim, wakeAt: now + LEASE_MS });

/** The slice is done and the next one due: with the same consumer, or waiting for its message. */
export const advanced = (claim: Claim, token: Token, how: { handOver: boolean; now: Instant }): Claim => ({
  ...claim,
  ...afterCommit(token, how.handOver),
  ...UNTROUBLED,
  wakeAt: how.now + LEASE_MS,
  unanswered: 0,
  committed: token,
});

const afterCommit = (token: Token, handOver: boolean) => ({
  seq: token.seq + 1,
  attempt: handOver ? 0 : 1,
  held: !handOver,
});

/**
 * Whether a commit of `token` is the last one that was applied, asked again because its answer was lost, and the claim stands
 * exactly where that commit left it. Anything later is somebody else's: answered, a late consumer would be handed their lease.
 */
export function repeats(claim: Claim, token: Token, handOver: boolean): boolean {
  const { committed } = claim;
  if (committed?.seq !== token.seq || committed.attempt !== token.attempt) return false;
  const after = afterCommit(token, handOver);
  return claim.seq === after.seq && claim.attempt === after.attempt && claim.held === after.held;
}

/** Everything is begun anew, at once and by whoever comes: writers so far are of an older generation. */
export const begunAnew = (claim: Claim, now: Instant): Claim => ({
  ...newClaim(now),
  seq: claim.seq + 1,
  generation: claim.generation + 1,
  wakeAt: now,
  committed: claim.committed,
});

/** Lets go of the slice after a fault: it is sent again after a pause that doubles with every fault, up to two minutes. */
export function letGo(
  claim: Claim,
  fault: Omit<Struck, 'times'> & { transient: boolean },
  now: Instant,
): Claim {
  const stumbles = claim.stumbles + 1;
  return {
    ...claim,
    held: false,
    stumbles,
    waitingSince: claim.waitingSince ?? now,
    // What passes by itself says nothing of what does not: a count that was begun stands.
    struck: fault.transient ? claim.struck : struckBy(claim.struck, fault),
    wakeAt: now + Math.min(250 * 2 ** stumbles, PAUSE_MAX_MS),
  };
}

function struckBy(last: Struck | null, { code, records }: Omit<Struck, 'times'>): Struck {
  const again = last?.code === code && last.records === records;
  return { code, records, times: again ? last.times + 1 : 1 };
}

/** The slice's message was sent (again); if nobody answers, the next one follows after twice the time. */
export function sentAgain(claim: Claim, now: Instant): Claim {
  const most = begun(claim) ? RESEND_MAX_MS : ASK_MAX_MS;
  const pause = Math.min(LEASE_MS * 2 ** claim.unanswered, most);
  return { ...claim, held: false, unanswered: Math.min(claim.unanswered + 1, 8), wakeAt: now + pause };
}

/** Whether a consumer ever had a slice of it. */
export const begun = (claim: Claim): boolean => claim.seq > 0 || claim.attempt > 0;

/** Its turn has come: its message is sent, and soon again if nobody answers. */
export const inTurn = (claim: Claim, now: Instant): Claim => ({
  ...claim,
  unanswered: 0,
  wakeAt: now + LEASE_MS,
});

import type { Claim } from '../../../src/model/claim.ts';
import type { Token } from '../../../src/model/protocol.ts';
import type { Run } from '../../../src/model/run.ts';
import * as real from '../../../src/model/run-steps.ts';
import type { Rules } from './object.ts';

/** A guard in the rules of claim.ts and run-steps.ts, the rules without it, and the promise that is broken then. */
export interface Guard {
  readonly guard: string;
  readonly without: Partial<Rules>;
  readonly breaks: string;
}

const claimed = (run: Run, change: Partial<Claim>): Run => ({ ...run, claim: { ...run.claim, ...change } });
const active = (run: Run): Run => ({ ...run, outcome: { ...run.outcome, status: 'IN_PROGRESS' } });

/** A lease as it is granted to `run`, with the claim changed afterwards. */
const leasing =
  (change: (before: Claim, after: Claim) => Partial<Claim>): Rules['lease'] =>
  (run, seq, now) => {
    const granted = real.lease(run, seq, now);
    return granted.ok
      ? { ...granted, value: claimed(granted.value, change(run.claim, granted.value.claim)) }
      : granted;
  };

const committing =
  (change: (before: Claim, after: Claim) => Partial<Claim>): Rules['applyCommit'] =>
  (run, token, slice, now) => {
    const next = real.applyCommit(run, token, slice, now);
    return claimed(next, change(run.claim, next.claim));
  };

const restarting =
  (change: (before: Claim) => Partial<Claim>): Rules['restart'] =>
  (run, now) =>
    claimed(real.restart(run, now), change(run.claim));

/** Whether a commit repeats the last one, asked of a claim that is changed so that one question is always answered yes. */
const repeating =
  (change: (claim: Claim, token: Token, handOver: boolean) => Partial<Claim>): Rules['repeatsCommit'] =>
  (run, token, handOver) =>
    real.repeatsCommit(claimed(run, change(run.claim, token, handOver)), token, handOver);

const leases: readonly Guard[] = [
  {
    guard: 'a lease is refused after the end',
    without: { lease: (run, seq, now) => real.lease(active(run), seq, now) },
    breaks: 'a run that had ended goes on',
  },
  {
    guard: 'a lease is refused for another slice than the one that is due',
    without: { lease: (run, _, now) => real.lease(run, run.claim.seq, now) },
    breaks: 'a consumer was granted another slice than it asked for',
  },
  {
    guard: 'a lease is refused while somebody holds the slice',
    without: { lease: (run, seq, now) => real.lease(claimed(run, { held: false }), seq, now) },
    breaks: 'a slice was taken from a consumer whose lease still lasts',
  },
  {
    guard: 'each lease of a slice is an attempt of its own',
    without: { lease: leasing((before) => ({ attempt: Math.max(before.attempt, 1) })) },
    breaks: 'two consumers pass the fence',
  },
  {
    guard: 'the generation grows when a slice is begun again',
    without: { lease: leasing(({ generation }) => ({ generation })) },
    breaks: 'two writers share a generation',
  },
  {
    guard: 'a renewal makes the lease last',
    without: { renew: (run) => run },
    breaks: 'a renewal did not make the lease last',
  },
  {
    guard: 'a lease holds the slice',
    without: { lease: leasing(() => ({ held: false })) },
    breaks: 'a lease was handed out that the fence refuses',
  },
];

const fences: readonly Guard[] = [
  {
    guard: 'the fence is closed after the end',
    // An end lets go as well: each of the two keeps whoever was at work from writing.
    without: {
      fence: (run, token) => real.fence(active(run), token),
      end: (run, status, how) => claimed(real.end(run, status, how), { held: run.claim.held }),
    },
    breaks: 'something was granted after the end',
  },
  {
    guard: 'the fence compares the slice',
    without: { fence: (run, token) => real.fence(run, { ...token, seq: run.claim.seq }) },
    breaks: 'two consumers pass the fence',
  },
  {
    guard: 'the fence compares the attempt',
    without: { fence: (run, token) => real.fence(run, { ...token, attempt: run.claim.attempt }) },
    breaks: 'two consumers pass the fence',
  },
  {
    guard: 'the fence asks whether the slice is held',
    without: { fence: (run, token) => real.fence(claimed(run, { held: true }), token) },
    breaks: 'a consumer that let go can still write',
  },
];

const commits: readonly Guard[] = [
  {
    guard: 'a commit moves on to the next slice',
    without: { applyCommit: committing(({ seq }) => ({ seq })) },
    breaks: 'a commit did not move on by one slice',
  },
  {
    guard: 'a commit that hands over lets go',
    without: { applyCommit: committing((_, { attempt }) => ({ attempt: Math.max(attempt, 1), held: true })) },
    breaks: 'a commit that is asked again does not get the first answer',
  },
  {
    guard: 'a commit that does not hand over keeps the next slice',
    without: { applyCommit: committing(() => ({ held: false })) },
    breaks: 'a commit that is asked again does not get the first answer',
  },
  {
    guard: 'the last commit is remembered',
    without: { applyCommit: committing(({ committed }) => ({ committed })) },
    breaks: 'a commit that is asked again does not get the first answer',
  },
  {
    guard: 'a commit is repeated only if its slice was the last that was committed',
    without: {
      repeatsCommit: repeating(({ committed }, { seq }) => ({
        committed: committed && { ...committed, seq },
      })),
    },
    breaks: 'a commit was answered that was never applied',
  },
  {
    guard: 'a commit is repeated only if its attempt was the one that was committed',
    without: {
      repeatsCommit: repeating(({ committed }, { attempt }) => ({
        committed: committed && { ...committed, attempt },
      })),
    },
    breaks: 'a commit was answered that was never applied',
  },
  {
    guard: 'a repeated commit is answered only while the slice after it is due',
    without: { repeatsCommit: repeating((_, token) => ({ seq: token.seq + 1 })) },
    breaks: 'two consumers pass the fence',
  },
  {
    guard: 'a repeated commit is answered only while the attempt that it began is the last',
    without: { repeatsCommit: repeating((_, __, handOver) => ({ attempt: handOver ? 0 : 1 })) },
    breaks: 'two consumers pass the fence',
  },
  {
    guard: 'a repeated commit is answered only while its consumer holds what it was given',
    without: { repeatsCommit: repeating((_, __, handOver) => ({ held: !handOver })) },
    breaks: 'a lease was handed out that the fence refuses',
  },
  {
    guard: 'a repeated commit is not answered after the end',
    without: { repeatsCommit: (run, token, handOver) => real.repeatsCommit(active(run), token, handOver) },
    breaks: 'something was granted after the end',
  },
];

const others: readonly Guard[] = [
  {
    guard: 'beginning anew moves on to a slice of its own',
    without: { restart: restarting(({ seq }) => ({ seq })) },
    breaks: 'two consumers pass the fence',
  },
  {
    guard: 'beginning anew grows the generation',
    without: { restart: restarting(({ generation }) => ({ generation })) },
    breaks: 'a writer shares its generation with uploads that are still under way',
  },
  {
    guard: 'a fault lets go of the slice',
    without: { letGo: (run, fault, now) => claimed(real.letGo(run, fault, now), { held: true }) },
    breaks: 'a consumer that let go can still write',
  },
  {
    guard: 'only what does not pass by itself counts as struck',
    without: {
      letGo: (run, fault, now) => {
        const next = real.letGo(run, { ...fault, transient: false }, now);
        // As many as end a run have struck before: so many faults are too many for one history here.
        return claimed(next, { struck: { code: fault.code, records: 0, times: real.MAX_STRIKES } });
      },
      hopeless: (run, fault, now) => real.hopeless(run, { ...fault, transient: false }, now),
    },
    breaks: 'a fault that passes by itself ended the run',
  },
  {
    guard: 'an outage is waited for',
    without: { hopeless: (run, fault, now) => real.hopeless(run, fault, now + real.MAX_WAIT_MS) },
    breaks: 'a fault that passes by itself ended the run',
  },
  {
    guard: 'a slice that is sent again is let go of',
    without: { sentAgain: (run, now) => claimed(real.sentAgain(run, now), { held: run.claim.held }) },
    breaks: 'no end can be reached',
  },
  {
    guard: 'a run that was finished is over',
    without: { end: (run) => run },
    breaks: 'a run that was finished goes on',
  },
];

export const GUARDS: readonly Guard[] = [...leases, ...fences, ...commits, ...others];

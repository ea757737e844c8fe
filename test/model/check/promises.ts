import { LEASE_MS } from '../../../src/model/claim.ts';
import type { Token } from '../../../src/model/protocol.ts';
import { isActive } from '../../../src/model/run.ts';
import { tokenOf, writerOf, type Consumer } from './consumer.ts';
import { nameOf, NOW, SLICES, type Call, type Decided, type Held, type Kept, type Rules } from './object.ts';

/** A call, and what the object remembered before it and after. */
export interface Exchange {
  readonly before: Kept;
  readonly call: Call;
  readonly after: Decided;
}

/** The promise that an exchange broke; null when it kept them all. */
export const brokenBy = (rules: Rules, exchange: Exchange): string | null =>
  brokenOrder(exchange.before, exchange.after.kept) ??
  brokenCommit(rules, exchange) ??
  brokenAnswer(rules, exchange);

/** Slice numbers and generations only grow, what has ended stays so, and a finished run has each slice exactly once. */
export function brokenOrder({ run: before }: Kept, { run: after, volumes }: Kept): string | null {
  if (!isActive(before))
    return before.outcome.status === after.outcome.status ? null : 'a run that had ended goes on';
  if (after.claim.seq < before.claim.seq) return 'a slice number fell';
  if (after.claim.generation < before.claim.generation) return 'a generation fell';
  if (after.outcome.status !== 'FINISHED') return null;
  const whole = Array.from({ length: SLICES }, (_, slice) => slice).join('');
  return volumes === whole ? null : `a finished run exported the slices ${volumes || 'none'}`;
}

/** A commit is applied at most once and where its consumer began; asked again at once it gets the first answer. */
function brokenCommit(rules: Rules, { before, call, after }: Exchange): string | null {
  if (call.kind !== 'commit' || after.answer === 'refused') return null;
  const { run, applied } = after.kept;
  const name = nameOf(call.token);
  if (!applied.includes(name)) return 'a commit was answered that was never applied';
  if (applied.length > before.applied.length) {
    const { position, claim } = before.run;
    if (before.applied.includes(name)) return 'a commit was applied twice';
    if ((position.checkpoint ?? '') !== call.base || position.written)
      return 'a commit went on from a checkpoint that is no more';
    if (run.claim.seq !== claim.seq + 1) return 'a commit did not move on by one slice';
  }
  if (!isActive(run) || rules.repeatsCommit(run, call.token, call.handOver)) return null;
  return 'a commit that is asked again does not get the first answer';
}

/** What is granted passes the fence; whoever let go passes it no more; an end is one, and nothing is granted after it. */
function brokenAnswer(rules: Rules, exchange: Exchange): string | null {
  const { kept, answer } = exchange.after;
  const { call } = exchange;
  if (answer === 'refused') return null;
  if (call.kind === 'finish') return isActive(kept.run) ? 'a run that was finished goes on' : null;
  if (!isActive(kept.run))
    return call.kind === 'stumbled' && isActive(exchange.before.run)
      ? 'a fault that passes by itself ended the run'
      : 'something was granted after the end';
  const passes = (token: Token): boolean => rules.fence(kept.run, token).ok;
  if (call.kind === 'renew') return lasts(kept) ? null : 'a renewal did not make the lease last';
  if (call.kind === 'restarted' || call.kind === 'stumbled')
    return passes(call.token) ? 'a consumer that let go can still write' : null;
  if (answer === 'done' || (call.kind === 'commit' && call.handOver)) return null;
  if (!passes(answer.token)) return 'a lease was handed out that the fence refuses';
  return call.kind === 'lease' ? brokenLease(exchange.before, call.seq, answer) : null;
}

/** Renewals are written down a second apart at most. */
const lasts = ({ run: { claim } }: Kept): boolean => claim.wakeAt >= NOW + LEASE_MS - 1_000;

/** A lease is of the slice that was asked for, and takes it from nobody whose own lease still lasts. */
function brokenLease({ run: { claim } }: Kept, seq: number, { token }: Held): string | null {
  if (token.seq !== seq) return 'a consumer was granted another slice than it asked for';
  return claim.held && claim.wakeAt > NOW
    ? 'a slice was taken from a consumer whose lease still lasts'
    : null;
}

/** Whoever was handed another's lease has its token; whoever writes with another's generation spoils its parts. */
export function brokenPair(one: Consumer, other: Consumer): string | null {
  const [token, others] = [tokenOf(one), tokenOf(other)];
  if (token && others && nameOf(token) === nameOf(others)) return "a consumer was handed another's lease";
  const generation = writerOf(one);
  return generation > 0 && generation === writerOf(other) ? 'two writers share a generation' : null;
}

import type { Commit, Fault, Token } from '../../../src/model/protocol.ts';
import { isActive, newRun, type Run } from '../../../src/model/run.ts';
import type * as steps from '../../../src/model/run-steps.ts';

/** The rules under check: those of run-steps.ts and claim.ts, or a copy that lacks a guard (guards.ts). */
export type Rules = Pick<
  typeof steps,
  | 'lease'
  | 'fence'
  | 'renew'
  | 'applyCommit'
  | 'repeatsCommit'
  | 'restart'
  | 'letGo'
  | 'hopeless'
  | 'sentAgain'
  | 'end'
>;

/** Slices of the run. */
export const SLICES = 3;
/** It is always now: time passes by claims getting older, so that equal situations at different times are one. */
export const NOW = 1_700_000_000_000;
/** What a consumer reports: something that passes by itself, so that no number of them ends the run. */
export const FAULT: Fault = { code: 'network', transient: true, words: 'a connection was lost' };
/** Time passes in steps of this size: a lease of 15 s is fresh, old enough to be renewed, or over. */
const STEP_MS = 10_000;

/** What the job's object remembers; `applied` is the checker's own memory of the commits that took effect. */
export interface Kept {
  readonly run: Run;
  /** The slice that each sealed volume holds, one digit a volume. */
  readonly volumes: string;
  readonly applied: readonly string[];
}

/** What a consumer asks. A commit goes on from the checkpoint that its consumer was given. */
export type Call =
  | { readonly kind: 'lease'; readonly seq: number }
  | { readonly kind: 'commit'; readonly token: Token; readonly base: string; readonly handOver: boolean }
  | { readonly kind: 'renew' | 'finish' | 'restarted' | 'stumbled'; readonly token: Token };

/** What a consumer has in hand. */
export interface Held {
  readonly token: Token;
  readonly generation: number;
  readonly checkpoint: string;
  readonly written: boolean;
}
export type Answer = Held | 'done' | 'refused';

/** What a call comes to. */
export interface Decided {
  readonly kept: Kept;
  readonly answer: Answer;
}

const definition = { extent: { window: { from: null, to: null } } } as unknown as Run['definition'];
export const FRESH: Kept = {
  run: newRun({ id: 1, definition, watermark: 0, scheduledAt: NOW, now: NOW }),
  volumes: '',
  applied: [],
};

export const nameOf = ({ seq, attempt }: Token): string => `${seq}.${attempt}`;

/** The slice after `base`: its piece is the next digit, and each slice seals a volume. */
export function sliceAfter(base: string, handOver: boolean): Commit {
  const done = `${base}${base.length}`;
  return {
    checkpoint: done.length === SLICES ? null : done,
    openVolume: null,
    tail: null,
    sealed: [],
    stored: [],
    exported: { records: 0, bytes: 0 },
    handOver,
  };
}

const heldOf = ({ claim, position }: Run): Held => ({
  token: { runId: 1, seq: claim.seq, attempt: claim.attempt },
  generation: claim.generation,
  checkpoint: position.checkpoint ?? '',
  written: position.written,
});

/** What durable/run-calls.ts makes of a call; run-calls.test.ts holds the two to each other. */
export function decide(rules: Rules, kept: Kept, call: Call): Decided {
  const refused: Decided = { kept, answer: 'refused' };
  const { run } = kept;
  const become = (next: Run, answer: Answer): Decided => ({ kept: { ...kept, run: next }, answer });
  if (call.kind === 'lease') {
    const granted = rules.lease(run, call.seq, NOW);
    return granted.ok ? become(granted.value, heldOf(granted.value)) : refused;
  }
  const { token } = call;
  if (call.kind === 'commit' && rules.repeatsCommit(run, token, call.handOver))
    return { kept, answer: heldOf(run) };
  if (call.kind === 'finish' && run.outcome.status === 'FINISHED') return { kept, answer: 'done' };
  if (!rules.fence(run, token).ok) return refused;
  switch (call.kind) {
    case 'renew':
      return become(rules.renew(run, run.position.exported, NOW), 'done');
    case 'commit':
      return commit(rules, kept, call);
    case 'finish':
      return become(rules.end(run, 'FINISHED', { reason: '', now: NOW }), 'done');
    case 'restarted': {
      const next = rules.restart(run, NOW);
      return { kept: { run: next, volumes: '', applied: kept.applied }, answer: 'done' };
    }
    case 'stumbled': {
      const next = rules.letGo(run, FAULT, NOW);
      const over = rules.hopeless(next, FAULT, NOW);
      return become(over === null ? next : rules.end(run, 'FAILED', { reason: over, now: NOW }), 'done');
    }
  }
}

function commit(rules: Rules, { run, volumes, applied }: Kept, call: Call & { kind: 'commit' }): Decided {
  const next = rules.applyCommit(run, call.token, sliceAfter(call.base, call.handOver), NOW);
  const volume = String(call.base.length);
  return {
    kept: { run: next, volumes: volumes + volume, applied: [...applied, nameOf(call.token)] },
    answer: heldOf(next),
  };
}

/** Time passes: whatever is waited for comes nearer. */
export const older = ({ run, ...kept }: Kept): Kept => ({
  ...kept,
  run: { ...run, claim: { ...run.claim, wakeAt: Math.max(NOW, run.claim.wakeAt - STEP_MS) } },
});

export const isDue = ({ run }: Kept): boolean => isActive(run) && run.claim.wakeAt <= NOW;
/** Old enough for a renewal to change something. */
export const isOld = ({ run }: Kept): boolean => run.claim.wakeAt < NOW + STEP_MS;
export const isOver = ({ run }: Kept): boolean => !isActive(run);

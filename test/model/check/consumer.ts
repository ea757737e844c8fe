import { SLICES, type Answer, type Call, type Held } from './object.ts';

/**
 * A consumer: what it has in hand, what it asked and waits for, and the answer that is on its way. With nothing of these it
 * is free.
 */
export interface Consumer {
  readonly held: Held | null;
  readonly call: Call | null;
  readonly answer: Answer | null;
}
export const FREE: Consumer = { held: null, call: null, answer: null };

/** Something that a consumer may do, or that may befall it. */
export interface Choice {
  readonly label: string;
  /** What it takes of the faults that there are: a call that is late takes one more. */
  readonly faults: number;
  readonly next: Consumer;
  /** The generation of uploads that may still be under way though nobody waits for them; 0 when there are none. */
  readonly abandons: number;
  /** The slice whose message is sent, or comes again. */
  readonly sends: number | null;
  /** A call on its way whose answer nobody waits for. */
  readonly late: Call | null;
}

/** True while a consumer may write to R2: it works, or waits for nothing but a renewal. */
const writes = ({ held, call, answer }: Consumer): boolean =>
  held !== null && (call === null || (call.kind === 'renew' && answer !== 'refused'));

/** The generation with which a consumer writes, or will once its answer is there; 0 when it does not. */
export function writerOf(consumer: Consumer): number {
  const { call, answer, held } = consumer;
  if (answer !== null && typeof answer === 'object')
    return call?.kind === 'commit' && call.handOver ? 0 : answer.generation;
  return writes(consumer) && held ? held.generation : 0;
}

/** The token that a consumer holds, or is about to. */
export function tokenOf({ held, call, answer }: Consumer): Held['token'] | null {
  if (answer !== null && typeof answer === 'object')
    return call?.kind === 'commit' && call.handOver ? null : answer.token;
  return held?.token ?? null;
}

const step = (label: string, next: Consumer, more: Partial<Choice> = {}): Choice => ({
  label,
  faults: 0,
  next,
  abandons: 0,
  sends: null,
  late: null,
  ...more,
});

/** All that a consumer may do next but being served by the object. */
export function choicesOf(consumer: Consumer): readonly Choice[] {
  const { held, call, answer } = consumer;
  if (call === null) return held ? [...worksOn(held), dies(consumer, null)] : [];
  if (answer === null) return [...unheard(consumer, call), dies(consumer, null), dies(consumer, call)];
  return [arrives(consumer, call, answer), ...unheard(consumer, call), dies(consumer, null)];
}

function worksOn(held: Held): readonly Choice[] {
  const { token, checkpoint: base, generation } = held;
  const asks = (label: string, call: Call, more: Partial<Choice> = {}): Choice =>
    step(label, { held, call, answer: null }, more);
  const commit = (handOver: boolean): Call => ({ kind: 'commit', token, base, handOver });
  const steps = held.written
    ? [asks('asks to finish', { kind: 'finish', token })]
    : [
        asks('asks to commit', commit(false)),
        // The archive's last slice is never handed over: completing its volumes comes next.
        ...(base.length < SLICES - 1 ? [asks('asks to commit and hands over', commit(true))] : []),
      ];
  const given = { faults: 1, abandons: generation };
  return [
    ...steps,
    asks('asks to renew', { kind: 'renew', token }),
    asks('asks to begin anew', { kind: 'restarted', token }, given),
    asks('reports a fault', { kind: 'stumbled', token }, given),
  ];
}

function arrives({ held }: Consumer, call: Call, answer: Answer): Choice {
  if (answer === 'refused') return step('hears that it is late', FREE);
  if (answer === 'done') return step('hears its answer', call.kind === 'renew' ? { ...FREE, held } : FREE);
  if (call.kind === 'commit' && call.handOver)
    return step('hears its answer and sends the next message', FREE, { sends: answer.token.seq });
  return step('hears its answer', { ...FREE, held: answer });
}

/** The answer does not come, or the call itself has not arrived: it may be lost, or come late. */
function unheard({ held, call: asked, answer }: Consumer, call: Call): readonly Choice[] {
  const again = (late: Call | null): Choice =>
    step('asks again', { held, call: asked, answer: null }, { faults: late ? 2 : 1, late });
  const repeats = answer === null ? [again(call)] : [again(null)];
  if (!held || call.kind === 'stumbled' || call.kind === 'restarted') return repeats;
  const report = (late: Call | null): Choice =>
    step(
      'waits no more and reports a fault',
      { held, call: { kind: 'stumbled', token: held.token }, answer: null },
      { faults: late ? 2 : 1, late, abandons: call.kind === 'renew' ? held.generation : 0 },
    );
  return [...repeats, report(null), ...(answer === null ? [report(call)] : [])];
}

/** The process is gone; what it asked is lost with it, or comes late. Its message comes again. */
function dies(consumer: Consumer, late: Call | null): Choice {
  const { held, call } = consumer;
  const sends = held?.token.seq ?? (call?.kind === 'lease' ? call.seq : null);
  const abandons = writes(consumer) && held ? held.generation : 0;
  return step('dies', FREE, { faults: late ? 2 : 1, abandons, sends, late });
}

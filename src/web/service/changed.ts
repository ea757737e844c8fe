import { QUERIES } from './session.ts';

/** What a change of a job, a run or a file can be seen in. */
const SHOWN = new Set<unknown>(['jobs', 'job', 'runs', 'run', 'files']);
/** By when a list has what was begun, milliseconds: it is told of it a moment after the job is. */
const SEEN_MS = 3_000;

/** Has everything that shows a job, a run or a file asked anew: at once, and once more when what was asked for has begun. */
export async function changed(): Promise<void> {
  const ask = (shown: ReadonlySet<unknown>) =>
    QUERIES.invalidateQueries({ predicate: ({ queryKey }) => shown.has(queryKey[0]) });
  setTimeout(() => void ask(MOVING), SEEN_MS);
  await ask(SHOWN);
}

/** An editor's job stays as it was asked for. */
const MOVING = new Set<unknown>([...SHOWN].filter((name) => name !== 'job'));

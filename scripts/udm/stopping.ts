import { CommandError } from '../cli/command.ts';
import { stopSignal } from '../cli/signals.ts';

/** What a command that Ctrl-C ended throws: its message says what goes on, and how it is taken up. */
export class Stopped extends CommandError {}

/** Ctrl-C for one command. */
export interface Stopping {
  readonly signal: AbortSignal;
  /** What is said when it comes. */
  readonly whenStopped: (words: string) => void;
  /** The work's own outcome, or a `Stopped` where it ended because of Ctrl-C. */
  readonly orStopped: <T>(work: Promise<T>) => Promise<T>;
}

export function stoppable(): Stopping {
  const signal = stopSignal();
  let words = '';
  // The second one does not wait for the work to end.
  signal.addEventListener('abort', () => process.once('SIGINT', () => process.exit(130)), { once: true });
  return {
    signal,
    whenStopped: (told) => void (words = told),
    async orStopped(work) {
      try {
        return await work;
      } catch (error) {
        if (!signal.aborted) throw error;
        throw new Stopped(words ? `Stopped. ${words}` : 'Stopped.');
      }
    },
  };
}

import { ClientError } from '../../src/client/client-error.ts';
import type { ClientErrorCode } from '../../src/client/client-error.ts';
import { RefusedRequest } from '../../src/client/requests.ts';
import { RefusedSignIn } from '../../src/client/sign-in.ts';
import { UsageError } from '../cli/command.ts';
import { Stopped } from './stopping.ts';

/** What `udm` ends with, for scripts. The words are those of the help. */
export const EXIT_CODES = {
  done: [0, 'done'],
  failed: [1, 'not done; the message says why (records refused, a disk that is full …)'],
  usage: [2, 'the command line is not understood'],
  notAllowed: [3, 'not signed in, or not allowed'],
  notFound: [4, 'what was named does not exist, or has expired'],
  away: [5, 'the service cannot be reached, or failed'],
  notFinished: [6, 'the run ended otherwise than Finished'],
  notOpened: [7, 'a sealed file cannot be opened: wrong key, damaged, incomplete'],
  stopped: [130, 'stopped by Ctrl-C'],
} as const;

/** A run that ended otherwise than Finished; the message says how and why. */
export class RunNotFinished extends ClientError {
  constructor(message: string) {
    super('refused', message);
    this.name = 'RunNotFinished';
  }
}

const OF_CODE: Readonly<Record<ClientErrorCode, keyof typeof EXIT_CODES>> = {
  unreachable: 'away',
  refused: 'failed',
  'not-smime': 'notOpened',
  unsupported: 'notOpened',
  truncated: 'notOpened',
  damaged: 'notOpened',
  'wrong-key': 'notOpened',
  missing: 'notOpened',
  exchanged: 'notOpened',
  'archive-damaged': 'notOpened',
  differs: 'notOpened',
};

/** The exit code of what a command threw. */
export const exitCodeOf = (error: unknown): number => EXIT_CODES[outcomeOf(error)][0];

function outcomeOf(error: unknown): keyof typeof EXIT_CODES {
  if (error instanceof Stopped) return 'stopped';
  if (error instanceof UsageError) return 'usage';
  if (error instanceof RunNotFinished) return 'notFinished';
  if (error instanceof RefusedSignIn) return 'notAllowed';
  if (error instanceof RefusedRequest) return ofStatus(error.status);
  return error instanceof ClientError ? OF_CODE[error.code] : 'failed';
}

function ofStatus(status: number): keyof typeof EXIT_CODES {
  if (status === 401 || status === 403) return 'notAllowed';
  if (status === 404) return 'notFound';
  return status >= 500 ? 'away' : 'failed';
}

/** The table for `udm --help`. */
export const exitCodeHelp = (): string =>
  `Exit codes:\n${Object.values(EXIT_CODES)
    .map(([code, meaning]) => `  ${String(code).padEnd(4)}${meaning}`)
    .join('\n')}`;

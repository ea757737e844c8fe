import { faultCode, type FaultCode } from './faults.ts';

/** Everything the service ever logs, with its level. What is not listed cannot be logged; scripts/README.md says what to do of each. */
export const LOG_LEVELS = {
  'request-failed': 'error',
  'message-unreadable': 'error',
  'message-unsent': 'warn',
  'slice-failed': 'error',
  'projection-failed': 'error',
  'alarm-failed': 'error',
  'garbage-left': 'warn',
  'texts-left': 'warn',
  'store-large': 'warn',
  'limits-unknown': 'warn',
  'turn-unknown': 'warn',
  'turn-untold': 'warn',
  'errand-left': 'warn',
  'sequence-set-back': 'error',
  'set-back': 'error',
  'sweeps-held': 'warn',
  'chore-failed': 'error',
  'object-unwoken': 'warn',
  'delivery-left': 'error',
  'webhook-disabled': 'warn',
  'bucket-delivery-failed': 'warn',
  'bucket-upload-left': 'warn',
  'certificate-ends-soon': 'warn',
  'certificate-expired': 'warn',
  'audit-entered': 'info',
  'audit-ended': 'info',
  'audit-away': 'error',
  'audit-unfinished': 'error',
  'audit-uncounted': 'warn',
  'flood-unjudged': 'warn',
  'answer-not-kept': 'warn',
  unhealthy: 'error',
  'mail-unsent': 'warn',
  'issuer-away': 'warn',
  'not-configured': 'error',
  'run-started': 'info',
  'run-ended': 'info',
  'work-uncounted': 'warn',
  'alert-fired': 'warn',
  'alert-cleared': 'info',
} as const satisfies Record<string, 'info' | 'warn' | 'error'>;
export type LogEvent = keyof typeof LOG_LEVELS;

/** Ids, counts, codes. A text of a record, of D1 or of a request has no place here. */
type Scalar = string | number | boolean | null | undefined;

/** What is told of an error: no message, because those of the database carry bound values: secrets, text of records. */
interface ErrorFields {
  readonly name: string;
  readonly code: FaultCode;
  readonly stack: readonly string[];
  readonly cause?: ErrorFields;
}

/** Stack frames that are told of one error, and characters of one value. */
const MAX_FRAMES = 10;
const MAX_UNITS = 300;
/** Errors in a chain of causes that are told. */
const MAX_CAUSES = 3;

/**
 * Writes one line to the console: a JSON object with the event, its level and the fields. The field `error` takes whatever
 * was thrown, and tells its name, its fault code and where it came from.
 */
// K tells the one field that takes anything from those that take scalars: no index signature can.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export function log<K extends string>(
  event: LogEvent,
  fields: { readonly [N in K]: N extends 'error' ? unknown : Scalar },
): void {
  const level = LOG_LEVELS[event];
  const told = Object.entries(fields).map(([name, value]) => [
    name,
    name === 'error' ? errorFields(value) : scalar(value),
  ]);
  console[level](JSON.stringify({ event, level, ...Object.fromEntries(told) }));
}

/** Types may be got around: what is no scalar is told by its type alone. */
function scalar(value: unknown): Scalar {
  if (typeof value === 'string') return value.slice(0, MAX_UNITS);
  const told = value === null || ['number', 'boolean', 'undefined'].includes(typeof value);
  return told ? (value as Scalar) : typeof value; // the line above names the types of Scalar
}

function errorFields(error: unknown, depth = 1): ErrorFields {
  if (!(error instanceof Error)) return { name: typeof error, code: faultCode(error), stack: [] };
  const fields = { name: scalarName(error), code: faultCode(error), stack: frames(error) };
  if (error.cause === undefined || depth === MAX_CAUSES) return fields;
  return { ...fields, cause: errorFields(error.cause, depth + 1) };
}

/** A name is an identifier: whatever else somebody put there is not told. */
const scalarName = ({ name }: Error): string => (/^\w{1,60}$/.test(name) ? name : 'Error');

/** The frames below the message. A message may have lines that look like frames: it is cut off as a whole first. */
function frames({ stack = '', message }: Error): string[] {
  const at = message === '' ? -1 : stack.indexOf(message);
  const below = at < 0 ? stack : stack.slice(at + message.length);
  const lines = below.split('\n').filter((line) => /^\s+at \S.*:\d+:\d+\)?$/.test(line));
  return lines.slice(0, MAX_FRAMES).map((line) => line.trim().slice(0, MAX_UNITS));
}

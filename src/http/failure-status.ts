import { FAILURES, type FailureCode, type FailureKind } from '../model/failure-codes.ts';

/** The one place where failures become HTTP statuses. */
const STATUS = {
  invalid: 400,
  refused: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-slow': 408,
  conflict: 409,
  changed: 412,
  'too-large': 413,
  'unsupported-media': 415,
  unsatisfiable: 416,
  mismatched: 422,
  'too-many': 429,
  defect: 500,
  unavailable: 503,
} as const satisfies Record<FailureKind, number>;
export type FailureStatus = (typeof STATUS)[FailureKind];

/** The HTTP status of a failure. */
export const statusOf = (code: FailureCode): FailureStatus => STATUS[FAILURES[code].kind];

/**
 * Expected failures are values: one closed union, mapped to HTTP in exactly one place (`src/http/errors.ts`).
 * `message` says what is wrong and what to do about it; `field` names the offending input.
 */
export type Failure =
  | { readonly kind: 'invalid'; readonly field: string; readonly message: string }
  | { readonly kind: 'refused'; readonly field: string; readonly message: string }
  | { readonly kind: 'unauthenticated'; readonly field: string; readonly message: string }
  | { readonly kind: 'forbidden'; readonly field: string; readonly message: string }
  | { readonly kind: 'not-found'; readonly field: string; readonly message: string }
  | { readonly kind: 'too-large'; readonly field: string; readonly message: string }
  | { readonly kind: 'unsupported-media'; readonly field: string; readonly message: string };

/** What came of something that can be refused: the one result type. `E` is a Failure unless a room has a union of its own. */
export type Result<T, E = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** A failed result; `kind` decides the HTTP status. */
export const fail = (
  kind: Failure['kind'],
  field: string,
  message: string,
): { ok: false; failure: Failure } => ({
  ok: false,
  failure: { kind, field, message },
});

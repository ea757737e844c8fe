import type { FailureCode, FailureHole } from './failure-codes.ts';

/** Plain values that the words of a code need, by name. */
export type FailureData<C extends FailureCode = FailureCode> = Readonly<
  Record<FailureHole<C>, string | number>
>;

/**
 * Expected failures are values: a code of the table, the offending input (`field`, "" where there is none), and data. They
 * carry no words: `src/labels/failures/` has those, by code and language.
 */
export type Failure<C extends FailureCode = FailureCode> = {
  readonly [K in C]: { readonly code: K; readonly field: string; readonly data: FailureData<K> };
}[C];

/** What came of something that can be refused: the one result type. `E` is a Failure unless a room has a union of its own. */
export type Result<T, E = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** The data as an argument: none for a code whose words need none. */
export type DataArgument<C extends FailureCode> = [FailureHole<C>] extends [never]
  ? []
  : [data: FailureData<C>];

/** A failed result; its code decides what it says and which status HTTP gives it. */
export const fail = <C extends FailureCode>(
  code: C,
  field: string,
  ...[data]: DataArgument<C>
): { readonly ok: false; readonly failure: Failure<C> } => ({
  ok: false,
  // What Failure says of each code: its own data, and an empty object for a code without any.
  failure: { code, field, data: data ?? {} } as Failure<C>,
});

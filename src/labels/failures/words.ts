import { FAILURES, type FailureCode, type FailureHole } from '../../model/failure-codes.ts';
import type { Failure } from '../../model/failures.ts';
import { DE_FAILURES } from './de.ts';
import { EN_FAILURES } from './en.ts';

/** The holes of a template: `{name}`. */
type HoleOf<T extends string> = T extends `${string}{${infer H}}${infer Rest}` ? H | HoleOf<Rest> : never;

/** Holds a table of templates to the table of codes: every code, and no hole but `{field}` and the code's data. */
type Fitting<T> = {
  readonly [C in FailureCode]: C extends keyof T
    ? T[C] extends string
      ? [HoleOf<T[C]>] extends [FailureHole<C> | 'field']
        ? T[C]
        : never
      : never
    : string;
};
const fitting = <T extends Fitting<T>>(table: T): Readonly<Record<FailureCode, string>> => table;

/** The words of every failure by language. */
export const FAILURE_WORDS = { en: fitting(EN_FAILURES), de: fitting(DE_FAILURES) } as const;
export type Language = keyof typeof FAILURE_WORDS;

/** What a failure says in a language: its code's template with the field and the data in their places. */
export function failureText(failure: Failure, language: Language = 'en'): string {
  const values: Readonly<Record<string, string | number>> = { ...failure.data, field: failure.field };
  return FAILURE_WORDS[language][failure.code].replaceAll(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : hole,
  );
}

/** The codes in the order of the table. */
// Object.keys of a literal table: its keys are the codes.
export const FAILURE_CODES = Object.keys(FAILURES) as readonly FailureCode[];

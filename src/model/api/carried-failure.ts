import { FAILURES, type FailureCode } from '../failure-codes.ts';
import { fail, type DataArgument, type Failure } from '../failures.ts';

/** The issue of a zod check of our own: it carries a failure in place of words; the field is added where the path is known. */
export const issueOf = <C extends FailureCode>(code: C, ...data: DataArgument<C>) => ({
  code: 'custom' as const,
  message: code,
  params: fail(code, '', ...data).failure,
});

/** What a zod issue may have of `issueOf`. */
interface Issue {
  readonly code?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/** The failure that an issue of `issueOf` carries, with its field; undefined for an issue of zod's own. */
export function failureOfIssue({ code: kind, params }: Issue, field: string): Failure | undefined {
  const code = kind === 'custom' ? params?.['code'] : undefined;
  if (typeof code !== 'string' || !Object.hasOwn(FAILURES, code)) return undefined;
  // A code of the table stands in no issue but those that issueOf made of a failure.
  return { ...(params as unknown as Failure), field };
}

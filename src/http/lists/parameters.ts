import { z } from '@hono/zod-openapi';
import { issueOf } from '../../model/api/carried-failure.ts';
import { parseInstant } from '../../model/instant.ts';
import { FILE_NAME } from '../openapi/examples.ts';
import { bounds, ID, NAME, SENTENCE } from '../openapi/fields.ts';
import { DATE } from '../openapi/job-parts.ts';
import { MAX_CURSOR } from './cursor.ts';

/** How many items a list answers unless `size` says otherwise (reference, "size"). */
export const DEFAULT_SIZE = 999_999_999;

interface Rule<T> {
  /** The value that a text stands for, or null when it stands for none. */
  readonly parse: (text: string) => T | null;
  /** What is said of a text that stands for none. */
  readonly refusal: ReturnType<typeof issueOf>;
  readonly type: 'string' | 'integer' | 'boolean';
  readonly description: string;
  readonly example: string | number | boolean;
  /** What the document says of the values: a length, a format, bounds. `parse` decides. */
  readonly words?: { [keyword: string]: string | number | string[] };
}

/** An optional query parameter; one that is sent empty counts as not sent. */
function parameter<T>({ parse, refusal, type, description, example, words }: Rule<T>) {
  return z
    .string()
    .optional()
    .transform((text, context): T | undefined => {
      if (!text) return undefined;
      const value = parse(text);
      if (value !== null) return value;
      context.addIssue(refusal);
      return z.NEVER;
    })
    .openapi({ type, ...words, description, example });
}

const wholeNumber = (text: string): number | null => {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
};
const positive = (text: string): number | null => wholeNumber(text) || null;

const NO_ID = issueOf('not-an-id');

/** A filter that compares an id exactly. */
export const idFilter = (description: string) =>
  parameter({ parse: positive, refusal: NO_ID, type: 'integer', words: ID, description, example: 17 });

/** A filter by "contains" without case. */
export const textFilter = (description: string, example: string) =>
  parameter({
    parse: (text) => text,
    refusal: issueOf('not-taken'),
    type: 'string',
    words: SENTENCE,
    description: `${description}; contains, without case.`,
    example,
  });

/** A filter by an instant. */
export const dateFilter = (description: string) =>
  parameter({
    parse: parseInstant,
    refusal: issueOf('not-a-date'),
    type: 'string',
    words: DATE,
    description,
    example: '2026-11-20T00:00:00Z',
  });

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** A filter that takes `true` and `false`, in any case: Python writes `True`. */
export const flagFilter = (description: string) =>
  parameter({
    parse: (text) => FLAGS.get(text.toLowerCase()) ?? null,
    refusal: issueOf('not-a-flag'),
    type: 'boolean',
    description,
    example: true,
  });

const count = (description: string, example: number) =>
  parameter({
    parse: wholeNumber,
    refusal: issueOf('not-a-whole-number'),
    type: 'integer',
    words: bounds,
    description,
    example,
  });

/** The parameters that every list takes; `orders` are the names that `orderField` may have. */
export function pageParameters<Order extends string>(orders: readonly Order[]) {
  return {
    from: count('Number of items to skip; 0 unless given.', 0),
    size: count(`Number of items to answer at most; ${DEFAULT_SIZE} unless given.`, 50),
    orderField: parameter({
      parse: (text) => orders.find((name) => name === text) ?? null,
      refusal: issueOf('not-one-of', { choices: orders.join(', ') }),
      type: 'string',
      words: { enum: [...orders] },
      description: `What to order by (${orders.join(', ')}); the newest first unless given. Ties are broken by id.`,
      example: orders[0] ?? '',
    }),
    descAsc: flagFilter('true: descending. Ascending unless given, but descending without orderField.'),
    bgUpdate: flagFilter('Whether a page asks in the background; it changes nothing in the answer.'),
    cursor: z.string().optional().openapi({
      maxLength: MAX_CURSOR,
      description:
        'Empty for the first page, then the `nextCursor` of the answer before. Rows that are added meanwhile neither repeat nor hide another.',
      example: '',
    }),
  };
}

/** What a list's checked parameters are, whatever its filters. */
export interface ListQuery<Order extends string> {
  readonly from?: number | undefined;
  readonly size?: number | undefined;
  readonly orderField?: Order | undefined;
  readonly descAsc?: boolean | undefined;
  readonly cursor?: string | undefined;
}

/** The `{id}` of a path: a job's or a history item's. */
export const IdPath = z.object({
  id: z
    .string()
    .transform((text, context) => {
      const value = positive(text);
      if (value !== null) return value;
      context.addIssue(NO_ID);
      return z.NEVER;
    })
    .openapi({
      type: 'integer',
      ...ID,
      description: 'The id, as the list shows it.',
      example: 17,
      param: { name: 'id', in: 'path', required: true },
    }),
});

/** Things of a bulk operation at most. */
const MAX_BULK = 1_000;

/** A required, comma-separated list; each part once, in the order given. */
function listOf<T>(rule: {
  readonly parse: (text: string) => T | null;
  readonly refusal: ReturnType<typeof issueOf>;
  readonly description: string;
  readonly example: string;
}) {
  return z
    .string()
    .transform((text, context): T[] => {
      const parts = text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
      const values = parts.map(rule.parse).filter((value) => value !== null);
      if (values.length === parts.length && parts.length > 0 && parts.length <= MAX_BULK)
        return [...new Set(values)];
      context.addIssue(rule.refusal);
      return z.NEVER;
    })
    .openapi({
      type: 'string',
      minLength: 1,
      maxLength: MAX_BULK * (NAME.maxLength + 1),
      description: rule.description,
      example: rule.example,
    });
}

/** `jobIDs` of the bulk deletions: ids of jobs, or of history items (the name is the reference's). */
export const idList = (description: string) =>
  listOf({
    parse: positive,
    refusal: issueOf('not-an-id-list', { max: MAX_BULK }),
    description,
    example: '17,23',
  });

/** `filename` of the bulk operations on files. */
export const nameList = (description: string) =>
  listOf({
    parse: (text) => text,
    refusal: issueOf('not-a-name-list', { max: MAX_BULK }),
    description,
    example: FILE_NAME,
  });

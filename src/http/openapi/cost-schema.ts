import { z } from '@hono/zod-openapi';
import { WORK_KINDS } from '../../model/work.ts';
import { CODE, SENTENCE } from './fields.ts';

const dollars = (description: string) =>
  z.number().openapi({ description, minimum: 0, maximum: 1_000_000_000 });
const day = (description: string) => z.string().openapi({ format: 'date', description });

const CostItem = z
  .object({
    item: z
      .string()
      .openapi({ pattern: '^[a-zA-Z0-9]{1,40}$', description: 'What is billed.', example: 'd1RowsRead' }),
    amount: z
      .number()
      .openapi({ description: 'How much of it.', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    dollars: dollars('Its price.'),
  })
  .openapi('CostItem', { description: 'An amount and its price.' });
const CostKind = z
  .object({
    kind: z.enum([...WORK_KINDS, 'files', 'records']).openapi({
      description:
        'What it was for; `files` is the keeping of what was exported this month, `records` a month’s keeping of the records that there are.',
    }),
    dollars: dollars('The sum of its items.'),
    items: z.array(CostItem).openapi({ description: 'What makes it up; what was not used is left out.' }),
  })
  .openapi('CostKind', { description: 'What one kind of work cost.' });
const Plan = z
  .object({
    name: z.string().openapi({
      ...CODE,
      pattern: '^[A-Z][A-Za-z ]{1,40}$',
      description: 'The plan.',
      example: 'Workers Paid',
    }),
    dollars: dollars('Its base fee a month, which the deployment pays once for all contact centers.'),
    page: z
      .string()
      .openapi({ ...SENTENCE, description: 'Where its prices, and what it includes, are published.' }),
  })
  .openapi('CostPlan', { description: 'The plan that the prices are of.' });

/** What a month has cost a contact center. */
export const CostAnswer = z
  .object({
    month: z
      .string()
      .openapi({ pattern: String.raw`^\d{4}-(0[1-9]|1[0-2])$`, description: 'The month, in UTC.' }),
    dollars: dollars('US dollars so far, at list prices beyond what the plan includes.'),
    budget: dollars('What is to be spent in a month; 0 where nobody said so.'),
    pricesOf: day('When the prices were last compared with what is published.'),
    kinds: z.array(CostKind).openapi({ description: 'By what it was for.' }),
    plan: Plan,
  })
  .openapi('Cost', {
    description: 'What a month has cost.',
    example: {
      month: '2026-11',
      dollars: 0.42,
      budget: 20,
      pricesOf: '2026-11-22',
      kinds: [
        { kind: 'runs', dollars: 0.42, items: [{ item: 'd1RowsWritten', amount: 420_000, dollars: 0.42 }] },
      ],
      plan: {
        name: 'Workers Paid',
        dollars: 5,
        page: 'https://developers.cloudflare.com/workers/platform/pricing',
      },
    },
  });

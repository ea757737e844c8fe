import { z } from 'zod';
import { shownLimits } from './limits.ts';

/** Counts end at so many. */
const MOST = 1_000;

const counts = z.record(z.string(), z.int());
const held = z.object({ rows: counts, files: counts, jobs: z.int(), records: counts, audit: z.int() });
type Counted = z.infer<typeof held>;
const limit = z.int().nullable();

/** What a deployment tells of one contact center. */
export const center = z.object({
  ccid: z.string(),
  suspendedAt: z.string().nullable(),
  limits: z.object({ runs: limit, jobs: limit, historyItems: limit, historyDays: limit, recordBytes: limit }),
  cost: z.object({ month: z.string(), dollars: z.number(), budget: z.number().nullable() }),
  held,
});
export type ShownCenter = z.infer<typeof center>;

/** What a step of a removal answers. */
export const answeredStep = z.object({
  removed: counts,
  left: held.nullable(),
  next: z.record(z.string(), z.unknown()).nullable(),
});

/** A contact center in words, a line each. */
export const shownCenter = ({
  ccid,
  suspendedAt,
  limits,
  cost,
  held: has,
}: ShownCenter): readonly string[] => [
  `Contact center ${ccid}, ${suspendedAt === null ? 'at work' : `suspended since ${suspendedAt}`}`,
  `  has cost ${shownDollars(cost.dollars)} in ${cost.month}${cost.budget === null ? '' : ` of a budget of ${shownDollars(cost.budget)}`}, at list prices`,
  '  may have at most',
  ...shownLimits(limits).map((line) => `    ${line}`),
  `  has${shownHeld(has).length === 0 ? ' nothing: is the name right?' : ''}`,
  ...shownHeld(has).map((line) => `    ${line}`),
];

/** US dollars, of small amounts as many digits as tell something. */
export const shownDollars = (amount: number): string =>
  `$${amount.toFixed(amount > 0 && amount < 0.1 ? 4 : 2)}`;

/** What there is, a line each. */
export const shownHeld = ({ rows, files, jobs, records, audit }: Counted): readonly string[] => [
  ...entries(jobs === 0 ? {} : { jobs }, 'in its object'),
  ...entries(rows, 'in D1'),
  ...entries(files, 'in R2'),
  ...entries(records, 'packed'),
  ...entries(audit === 0 ? {} : { audit }, 'in the audit log'),
];

const entries = (of: Readonly<Record<string, number>>, where: string): readonly string[] =>
  Object.entries(of).map(
    ([name, count]) => `${name.padEnd(20)}${count === MOST ? `${MOST} or more` : count} ${where}`,
  );

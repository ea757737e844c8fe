import type { components } from '../../../src/client/api.d.ts';
import { Refused, type Answers, type State } from './state.ts';

type Cost = components['schemas']['Cost'];

const NOTHING: Cost = {
  month: '2026-11',
  dollars: 0,
  budget: 0,
  pricesOf: '2026-11-22',
  kinds: [],
  plan: { name: 'Workers Paid', dollars: 5, page: 'https://developers.cloudflare.com/' },
};
/** As a month of a center that exports much has it: tiny amounts beside large ones. */
const KINDS: Cost['kinds'] = [
  {
    kind: 'runs',
    dollars: 9.4213,
    items: [
      { item: 'requests', amount: 48_211, dollars: 0.0145 },
      { item: 'cpuMs', amount: 4_182_733, dollars: 0.0837 },
      { item: 'd1RowsWritten', amount: 9_214_400, dollars: 9.2144 },
      { item: 'objectGBSeconds', amount: 8_712.4, dollars: 0.1089 },
    ],
  },
  {
    kind: 'imports',
    dollars: 2.1,
    items: [{ item: 'r2ClassA', amount: 466_667, dollars: 2.1 }],
  },
  { kind: 'downloads', dollars: 0.00004, items: [{ item: 'r2ClassB', amount: 112, dollars: 0.00004 }] },
  { kind: 'requests', dollars: 0, items: [] },
  { kind: 'files', dollars: 0.0124, items: [{ item: 'r2StorageGB', amount: 0.826, dollars: 0.0124 }] },
];
const spent = (change: Partial<Cost>): Cost => ({ ...NOTHING, kinds: KINDS, dollars: 11.53374, ...change });

/** The page with much, and with nothing. */
export const COST_FULL: Answers = { cost: spent({ budget: 20 }) };
export const COST_NONE: Answers = { cost: NOTHING };

/** What the page of costs says of budgets. */
export const COST_STATES: readonly State[] = [
  { name: 'cost-no-budget', path: '/cost', answers: { cost: spent({}) } },
  { name: 'cost-over', path: '/cost', answers: { cost: spent({ budget: 10 }) } },
  {
    name: 'cost-no-amount',
    path: '/cost',
    answers: COST_FULL,
    act: async ({ page, words }) => {
      await page.getByRole('textbox', { name: words('cost.budgetField') }).fill('-1');
      await page.getByText(words('cost.noAmount')).waitFor();
    },
  },
  {
    name: 'cost-refused',
    path: '/cost',
    answers: {
      ...COST_FULL,
      settings: new Refused(403, 'privilege-missing', { data: { privilege: 'users.write' } }),
    },
    act: async ({ page, words }) => {
      await page.getByRole('button', { name: words('cost.save') }).click();
      await page.getByText(words.failure('privilege-missing', { privilege: 'users.write' }) ?? '').waitFor();
    },
  },
];

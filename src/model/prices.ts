/** When the prices were last compared with copies of the pages that they are published on. */
export const PRICES_DATE = '2026-11-22';

/** The plan that the prices are of: its base fee a month is paid once for a deployment's account, whatever it is used for. */
export const PLAN = {
  name: 'Workers Paid',
  dollars: 5,
  page: 'https://developers.cloudflare.com/workers/platform/pricing',
} as const;

interface Price {
  /** US dollars for one unit, beyond what a plan includes. */
  readonly dollars: number;
  readonly of: string;
  /** Where it is published, under https://developers.cloudflare.com/. */
  readonly page: string;
}

const million = (dollars: number): number => dollars / 1e6;

/** List prices of the plan Workers Paid. Deleting objects and aborting uploads is free; nothing leaves R2 for money. */
export const PRICES = {
  requests: { dollars: million(0.3), of: 'a request', page: 'workers/platform/pricing' },
  cpuMs: { dollars: million(0.02), of: 'a millisecond of CPU', page: 'workers/platform/pricing' },
  d1RowsRead: { dollars: million(0.001), of: 'a row read', page: 'd1/platform/pricing' },
  d1RowsWritten: { dollars: million(1), of: 'a row written', page: 'd1/platform/pricing' },
  d1StorageGB: { dollars: 0.75, of: 'a GB for a month', page: 'd1/platform/pricing' },
  r2ClassA: { dollars: million(4.5), of: 'a write or listing', page: 'r2/pricing' },
  r2ClassB: { dollars: million(0.36), of: 'a read', page: 'r2/pricing' },
  r2StorageGB: { dollars: 0.015, of: 'a GB for a month', page: 'r2/pricing' },
  queueOperations: {
    dollars: million(0.4),
    of: '64 KB written, read or deleted',
    page: 'queues/platform/pricing',
  },
  objectRequests: { dollars: million(0.15), of: 'a call or alarm', page: 'durable-objects/platform/pricing' },
  objectGBSeconds: {
    dollars: million(12.5),
    of: 'a GB in memory for a second',
    page: 'durable-objects/platform/pricing',
  },
  objectStorageGB: { dollars: 0.2, of: 'a GB for a month', page: 'durable-objects/platform/pricing' },
  objectRowsRead: { dollars: million(0.001), of: 'a row read', page: 'durable-objects/platform/pricing' },
  objectRowsWritten: { dollars: million(1), of: 'a row written', page: 'durable-objects/platform/pricing' },
} as const satisfies Readonly<Record<string, Price>>;

/** Amounts of what is billed. */
export type Usage = Readonly<Partial<Record<keyof typeof PRICES, number>>>;

/** US dollars by item, and their sum. */
export function priced(usage: Usage): Readonly<Record<string, number>> {
  const items = Object.entries(usage).map(([name, amount]) => {
    const { dollars } = PRICES[name as keyof typeof PRICES]; // Usage has no other names
    return [name, Number((amount * dollars).toFixed(6))] as const;
  });
  const total = items.reduce((sum, [, dollars]) => sum + dollars, 0);
  return { ...Object.fromEntries(items), total: Number(total.toFixed(6)) };
}

import { Refusal } from './cloudflare/route.ts';
import type { FakeCloudflare } from './cloudflare/fake.ts';

/** Something that goes wrong, how it is brought about, and what the operator must be told. */
export interface DrilledFailure {
  readonly name: string;
  /** Brings it about; answers what the command gets besides. */
  readonly arrange: (fake: FakeCloudflare) => { readonly env?: Readonly<Record<string, string>> } | void;
  /** What stands in the output: what is wrong, and what to do. */
  readonly says: readonly RegExp[];
  /** Whether nothing may have been made. */
  readonly early: boolean;
}

const refusing = (what: RegExp, refusal: Refusal) => (fake: FakeCloudflare) => {
  fake.intervention = { before: (_, asked) => (what.test(asked) ? refusal : undefined) };
};
const without = (area: string, permission: string): DrilledFailure => ({
  name: `the token may not do anything with ${area}`,
  arrange: ({ account }) => void account.allowed.delete(area),
  says: [new RegExp(`permission "Account · ${permission} · Edit"`), /api-tokens/],
  early: true,
});

/** Failures before anything is made. */
const EARLY: readonly DrilledFailure[] = [
  {
    name: 'nobody has logged in',
    arrange: () => ({ env: { CLOUDFLARE_API_TOKEN: '' } }),
    says: [/no login/, /wrangler login/, /CLOUDFLARE_API_TOKEN/],
    early: true,
  },
  {
    name: 'the token is wrong',
    arrange: () => ({ env: { CLOUDFLARE_API_TOKEN: 'another' } }),
    says: [/does not take the login/, /wrong, expired or withdrawn/],
    early: true,
  },
  without('d1', 'D1'),
  without('r2', 'Workers R2 Storage'),
  without('queues', 'Queues'),
  without('workers', 'Workers Scripts'),
  {
    name: 'the plan is Workers Free',
    arrange: ({ account }) => void (account.plan = 'workers_free'),
    says: [/not Workers Paid/, /choose it at/],
    early: true,
  },
  {
    name: 'the login reaches two accounts',
    arrange: ({ others }) => void others.push({ id: 'f'.repeat(32), name: 'Other' }),
    says: [/several accounts: Acme .*, Other/, /CLOUDFLARE_ACCOUNT_ID/],
    early: true,
  },
  {
    name: 'the account has no name under workers.dev',
    arrange: ({ account }) => void (account.subdomain = null),
    says: [/no name under workers\.dev/, /--domain/],
    early: true,
  },
  {
    name: 'the clock is two minutes behind',
    arrange: (fake) => void (fake.ahead = 120_000),
    says: [/1(19|20|21) s behind/, /set it/],
    early: true,
  },
  {
    name: 'the bucket’s name is taken',
    arrange: ({ account }) =>
      void account.buckets.set('user-data-management', { rules: [], objects: 3, jurisdiction: 'default' }),
    says: [/names are taken/, /R2 bucket user-data-management: it holds objects/, /--env NAME/],
    early: true,
  },
  {
    name: 'a queue is another Worker’s',
    arrange: ({ account }) =>
      void account.queues.set('export-slices', {
        id: 'q',
        consumers: [{ consumer_id: 'c', script: 'shop', type: 'worker', settings: {} }],
      }),
    says: [/names are taken/, /queue export-slices: the Worker shop consumes it/],
    early: true,
  },
];

/** Failures on the way: what stands before them is there, and the same command goes on. */
const LATE: readonly DrilledFailure[] = [
  {
    name: 'a migration fails',
    arrange: refusing(
      /^POST \/d1\/database\/[^/]+\/query$/,
      new Refusal(400, 7_500, 'near "TABEL": syntax error: SQLITE_ERROR'),
    ),
    says: [/Stopped at: D1 tables/, /apply the migrations/, /near "TABEL"/, /goes on from here/],
    early: false,
  },
  {
    name: 'uploading is refused',
    arrange: refusing(
      /^PUT \/workers\/scripts\/[^/]+$/,
      new Refusal(400, 100_328, 'CPU limits are not supported for the Free plan.'),
    ),
    says: [/Stopped at: Worker/, /deploy the Worker/, /Free plan/, /needs Workers Paid/, /goes on from here/],
    early: false,
  },
  {
    name: 'the secrets are refused',
    arrange: refusing(/secrets-bulk$/, new Refusal(403, 10_000, 'Authentication error')),
    says: [/Stopped at: secrets/, /Workers Scripts · Edit/, /goes on from here/],
    early: false,
  },
  {
    name: 'the proof fails',
    arrange: refusing(/\/udm\/v10\/import\/documents$/, new Refusal(500, 1_101, 'Worker threw exception')),
    says: [/Stopped at: proof/, /does not do its main job/, /wrangler tail/, /goes on from here/],
    early: false,
  },
];

/** Everything that the drill brings about. */
export const DRILLED_FAILURES: readonly DrilledFailure[] = [...EARLY, ...LATE];

import { z } from 'zod';
import { CommandError } from '../cli/command.ts';
import { CloudflareError, type Cloudflare } from './cloudflare.ts';
import type { Names } from './names.ts';
import { PLANS } from './remedies.ts';

/** A clock that is off by more makes links and tokens of this machine wrong, and Cloudflare's certificates too. */
const CLOCK_MS = 60_000;

/** What must be listed to be looked at: the same permissions that making it needs, though reading alone would do here. */
const AREAS = [
  ['list the D1 databases', '/d1/database?per_page=10'],
  ['list the R2 buckets', '/r2/buckets'],
  ['list the queues', '/queues'],
  ['list the Workers scripts', '/workers/scripts'],
] as const;

/** What was found before anything is made: notes for people, and everything that is in the way, each with its remedy. */
export interface Preflight {
  readonly origin: string;
  readonly notes: readonly string[];
}

/** Looks after everything that a deployment needs of the account, and throws with all that is missing at once. */
export async function preflight(
  cloudflare: Cloudflare,
  names: Names,
  domain: string | null,
): Promise<Preflight> {
  const problems: string[] = [];
  const gather = async <T>(work: Promise<T>): Promise<T | null> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      problems.push(error.message);
      return null;
    }
  };
  for (const [doing, path] of AREAS) await gather(cloudflare.ask({ doing, path, answer: z.unknown() }));
  const origin = await gather(
    domain === null ? workersDev(cloudflare, names) : ownDomain(cloudflare, domain),
  );
  const plan = await gather(planOf(cloudflare));
  problems.push(...clockProblem(cloudflare.clock));
  if (problems.length > 0)
    throw new CommandError(
      ['Nothing was made or changed: this is missing.', ...new Set(problems)]
        .map((text, index) => (index === 0 ? text : `  - ${text}`))
        .join('\n'),
    );
  return { origin: origin ?? '', notes: plan ? [plan] : [] };
}

const subdomain = z.object({ subdomain: z.string() });

async function workersDev(cloudflare: Cloudflare, { worker }: Names): Promise<string> {
  const found = await cloudflare.find({
    doing: 'read the name of the account under Workers',
    path: '/workers/subdomain',
    answer: subdomain,
  });
  if (found) return `https://${worker}.${found.subdomain}.workers.dev`;
  throw new CommandError(
    'The account has no name under workers.dev yet: choose one at https://dash.cloudflare.com/?to=/:account/workers/subdomain, or deploy to a domain of your own with -- --domain udm.example.com.',
  );
}

async function ownDomain(cloudflare: Cloudflare, domain: string): Promise<string> {
  const labels = domain.split('.');
  for (let first = 0; first < labels.length - 1; first += 1) {
    const name = labels.slice(first).join('.');
    const zones = await cloudflare.ask({
      doing: 'look for the zone of the domain',
      path: `~/zones?name=${encodeURIComponent(name)}`,
      answer: z.array(z.unknown()),
    });
    if (zones.length > 0) return `https://${domain}`;
  }
  throw new CommandError(
    `No zone of this account has ${domain}: add its domain at https://dash.cloudflare.com/?to=/:account/add-site, or give the token the permission "Zone · Zone · Read" and "Zone · Workers Routes · Edit".`,
  );
}

const subscriptions = z.array(z.object({ rate_plan: z.object({ id: z.string() }).optional() }));

/** A note where the plan could not be seen; throws where it is seen to be too small. */
async function planOf(cloudflare: Cloudflare): Promise<string | null> {
  try {
    const list = await cloudflare.ask({
      doing: 'read the plan',
      path: '/subscriptions',
      answer: subscriptions,
    });
    if (list.some(({ rate_plan: plan }) => /workers.*paid|enterprise/i.test(plan?.id ?? ''))) return null;
  } catch (error) {
    if (!(error instanceof CloudflareError) || error.status >= 500) throw error;
    return 'The plan was not looked at: the login may not read it ("Account · Billing · Read"). It has to be Workers Paid, or uploading is refused.';
  }
  throw new CommandError(
    `The plan is not Workers Paid, which the service needs (5 minutes of CPU and 10,000 subrequests an invocation): choose it at ${PLANS}.`,
  );
}

function clockProblem(clock: Cloudflare['clock']): readonly string[] {
  if (!clock) return [];
  const off = clock.ours - clock.theirs;
  if (Math.abs(off) <= CLOCK_MS) return [];
  const direction = off > 0 ? 'ahead of' : 'behind';
  return [
    `The clock of this machine is ${Math.round(Math.abs(off) / 1000)} s ${direction} Cloudflare’s: set it (timedatectl set-ntp true), or tokens and invitations have wrong times.`,
  ];
}

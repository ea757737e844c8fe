import type { WrapKey } from '../../config/key-rings.ts';
import { unwrap, wrap } from '../../config/wrap.ts';
import { destinationContext } from '../../jobs/delivery/deliver.ts';
import { jobObject } from '../../jobs/job-object.ts';
import type { RewrappedSecret } from '../../model/delivery-protocol.ts';
import type { Instant } from '../../model/instant.ts';
import { jobsWithDestination } from '../../store/wrapped.ts';
import type { KeyServices } from './keys.ts';

/** Jobs of one step, and how many of their objects are asked beside each other. */
const A_PAGE = 200;
const AT_ONCE = 10;

/** The ring, and the key of it that wraps now. */
interface Rewrapping {
  readonly ring: readonly WrapKey[];
  readonly id: string;
  readonly at: Instant;
}
type JobName = Awaited<ReturnType<typeof jobsWithDestination>>[number];

/** What one page of jobs had; `last` is null behind the last one. */
interface RewrappedJobs {
  readonly rewrapped: number;
  readonly lost: number;
  readonly last: number | null;
}

/**
 * Wraps the secrets of customers' buckets anew that lie in the objects of a page of jobs. An object that does not answer fails the step, which is
 * done again: what was wrapped anew before stays so.
 */
export async function rewrapDestinations(
  { db, everything }: KeyServices,
  after: number,
  rewrapping: Rewrapping,
): Promise<RewrappedJobs> {
  const jobs = await jobsWithDestination(db, after, A_PAGE);
  const { objects } = everything();
  const left = jobs.values();
  const sum = { rewrapped: 0, lost: 0 };
  const oneByOne = async () => {
    for (const job of left) {
      const done = await rewrapJob(objects, job, rewrapping);
      sum.rewrapped += done.rewrapped;
      sum.lost += done.lost;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, oneByOne));
  return { ...sum, last: jobs.length < A_PAGE ? null : (jobs.at(-1)?.id ?? null) };
}

async function rewrapJob(
  objects: ReturnType<KeyServices['everything']>['objects'],
  { ccid, id: jobId }: JobName,
  { ring, id: key, at }: Rewrapping,
): Promise<Omit<RewrappedJobs, 'last'>> {
  const object = jobObject(objects, ccid, jobId);
  const others = (await object.wrappedSecrets()).filter(({ secret }) => !secret.startsWith(`${key}.`));
  const anew: RewrappedSecret[] = [];
  for (const { id, secret } of others) {
    const context = destinationContext(ccid, { id });
    const plain = await unwrap(ring, context, secret).catch(() => null);
    if (plain) anew.push({ secret, becomes: await wrap(ring, context, plain, at) });
  }
  if (anew.length > 0) await object.putSecrets(anew);
  return { rewrapped: anew.length, lost: others.length - anew.length };
}

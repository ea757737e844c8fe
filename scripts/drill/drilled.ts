import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeCloudflare } from './cloudflare/fake.ts';
import { Refusal } from './cloudflare/route.ts';
import { Deploying, type Ended } from './run-deploy.ts';

/** What nobody reads: whoever asked has been killed. */
const GONE = new Refusal(500, 1_101, 'cut off');

/** An empty account of a double, and a folder for what a deployment keeps. */
export interface Drilled {
  readonly fake: FakeCloudflare;
  readonly folder: string;
  readonly deploy: (args?: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Ended>;
}

/** Does something with an empty account, and clears it away. */
export async function inEmptyAccount<T>(work: (drilled: Drilled) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'udm-drill-'));
  const fake = new FakeCloudflare(join(folder, 'state'));
  await fake.start();
  try {
    return await work({
      fake,
      folder,
      deploy: (args = [], env = {}) => new Deploying(fake, folder, { args, env }).ended,
    });
  } finally {
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where a deployment is cut off: before a request is carried out, or after it, before the answer. */
export interface Cut {
  readonly phase: 'before' | 'after';
  /** Whether it is this request, the `index`th from 0 of those that change something. */
  readonly at: (index: number, what: string) => boolean;
}

/** Runs a deployment that is killed, with all that it started, at a request; then again. Answers at which it was. */
export async function cutOff(
  { fake, folder, deploy }: Drilled,
  { phase, at }: Cut,
): Promise<{ readonly where: string; readonly again: Ended }> {
  let where = '';
  const deploying = new Deploying(fake, folder);
  const killed = (index: number, what: string): boolean => {
    if (where === '' && at(index, what)) {
      where = what;
      deploying.kill();
    }
    return where !== '';
  };
  // Whatever comes after it is of no program any more.
  fake.intervention = {
    before: (index, what) => ((phase === 'before' ? killed(index, what) : where !== '') ? GONE : undefined),
    after: (index, what) => void (phase === 'after' && killed(index, what)),
  };
  await deploying.ended;
  fake.intervention = {};
  fake.takeChanges();
  return { where, again: await deploy() };
}

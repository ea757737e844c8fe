import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstRun, historyItem, openArtifact } from '../support/center.ts';
import { expectClean, expectTidy, expectWhole } from './expectations.ts';
import {
  consumerOf,
  deliver,
  drive,
  isUnderWay,
  mortal,
  newHistory,
  newWorld,
  objectOf,
  passing,
  statusOf,
  stopClock,
  turn,
  within,
  type History,
  type World,
} from './world.ts';
import { injecting, type Through } from './faults.ts';
import { byOneChain, spied, type Planned } from './one-chain.ts';

// The world replaces the objects' bindings, and with them what `env` answers: these are the real ones.
const { BUCKET, DB } = env;

let history: History;
beforeAll(async () => {
  stopClock();
  history = await newHistory('many');
});
beforeEach(() => {
  // Planted faults are reported there.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

const newLaidWorld = (through: Through = passing): Promise<World> =>
  newWorld(history, through, { volumeBytes: 12_000, byMany: true });

/** Volumes of the run that are not stored, by whether somebody may write them now. */
const laid = (world: World) =>
  runInDurableObject(objectOf(world), (_, { storage: { sql } }) => {
    const rows = sql.exec<{ wake: number | null }>('SELECT wake FROM laid_volumes').toArray();
    return { left: rows.length, inFlight: rows.filter(({ wake }) => wake !== null).length };
  });

const keptRuns = (world: World): Promise<string> =>
  runInDurableObject(objectOf(world), (_, { storage: { sql } }) =>
    JSON.stringify(sql.exec('SELECT data FROM runs').toArray()),
  );

/** Carries out the messages that there are until each volume has a claim of its own. */
async function untilLaidOut(world: World): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    if ((await laid(world)).inFlight > 0) return;
    const message = world.messages.shift();
    if (message) await deliver(world, message, passing);
    else await turn(world);
  }
  throw new Error('the run was not laid out');
}

const below = async (prefix: string, world: World): Promise<number> =>
  (await BUCKET.list({ prefix: `${prefix}/${world.ccid}/${firstRun(world.job)}/` })).objects.length;

/** Consumers at once, each with the next message, until the run has ended. */
async function byHands(
  world: World,
  hands: number,
  meanwhile: () => Promise<unknown> = async () => undefined,
) {
  for (let round = 0; round < 300; round += 1) {
    const messages = world.messages.splice(0, hands);
    if (messages.length > 0) await Promise.all(messages.map((message) => deliver(world, message, passing)));
    else if (isUnderWay(await statusOf(world))) await turn(world);
    else return;
    await meanwhile();
  }
  throw new Error('the run did not end');
}

async function artifacts(world: World): Promise<readonly { name: string; key: string }[]> {
  const { results } = await DB.prepare(
    'SELECT name, key FROM artifacts WHERE ccid = ? AND history_id = ? ORDER BY volume',
  )
    .bind(world.ccid, firstRun(world.job))
    .all<{ name: string; key: string }>();
  return results;
}

describe('a run whose volumes are written by many', () => {
  it('has the very volumes of one consumer, four at a time written, and shows them together', async () => {
    const world = await newLaidWorld();
    const planned: Planned[] = [];
    for (const message = world.messages.shift(); planned.length === 0;)
      await deliver(world, message!, passing, spied(world, planned)); // submitting sent one
    await untilLaidOut(world);
    const first = await laid(world);
    expect(first.left).toBeGreaterThan(6);
    let most = 0;
    let progress = 0;
    await byHands(world, 4, async () => {
      const { left, inFlight } = await laid(world);
      most = Math.max(most, inFlight);
      if (left > 0) expect(await artifacts(world)).toEqual([]);
      const shown = Number((await historyItem(world.ccid, world.job))?.['progress']);
      expect(shown).toBeGreaterThanOrEqual(progress);
      progress = shown;
    });
    expect(most).toBe(4);
    await expectWhole(world);
    await expectClean(world);
    expect(await below('prepared', world)).toBe(0);
    // No key of it is kept.
    expect(await keptRuns(world)).not.toContain('secret');
    const files = await artifacts(world);
    expect(files).toHaveLength(first.left);
    const plain = await Promise.all(files.map(({ key }) => openArtifact(key)));
    expect(plain).toEqual(await byOneChain(world, planned[0]!)); // the loop above found it
  });

  it('goes on with a volume whose writer died, and with others meanwhile', async () => {
    const world = await newLaidWorld();
    await untilLaidOut(world);
    const before = await laid(world);
    const [dead, ...others] = world.messages.splice(0);
    let calls = 0;
    const dying = mortal(injecting(() => ((calls += 1) > 8 ? 'fails before' : 'passes')));
    await Promise.all([deliver(world, dead!, dying), ...others.map((one) => deliver(world, one, passing))]);
    expect(calls).toBeGreaterThan(8);
    await byHands(world, 4);
    expect(before.inFlight).toBe(4);
    const events = await objectOf(world).events(firstRun(world.job));
    expect(events?.map(({ event }) => event)).toContain('taken-over');
    await expectWhole(world);
    await expectClean(world);
  });

  it('is begun anew where what was prepared is gone', async () => {
    const world = await newLaidWorld();
    await untilLaidOut(world);
    const { objects } = await BUCKET.list({ prefix: `prepared/${world.ccid}/${firstRun(world.job)}/` });
    expect(objects.length).toBeGreaterThan(0);
    await BUCKET.delete(objects.map(({ key }) => key));
    await drive(world);
    const events = await objectOf(world).events(firstRun(world.job));
    expect(events?.map(({ event }) => event)).toContain('restarted');
    await expectWhole(world);
    await expectClean(world);
  });

  it('ends all at once when it is cancelled, and leaves nothing', async () => {
    const world = await newLaidWorld();
    await untilLaidOut(world);
    const messages = world.messages.splice(0);
    expect(messages).toHaveLength(4);
    let calls = 0;
    let late = 0;
    const through: Through = async (point, call) => {
      calls += 1;
      if (calls === 40) await within(world, () => objectOf(world).cancel());
      if (calls > 40 && point === 'R2 uploadPart') late += 1;
      return call();
    };
    await Promise.all(messages.map((message) => deliver(world, message, through)));
    expect(calls).toBeGreaterThan(40);
    expect(late).toBeLessThanOrEqual(4);
    await turn(world, 5_000);
    expect(await statusOf(world)).toBe('Cancelled');
    await expectTidy(world);
    for (const prefix of ['artifacts', 'tail', 'prepared']) expect(await below(prefix, world)).toBe(0);
    expect(await laid(world)).toEqual({ left: 0, inFlight: 0 });
  });

  it('goes on by one consumer at a time where it was begun by a version that knew nothing else', async () => {
    const world = await newLaidWorld();
    const { job } = consumerOf(world, passing);
    const before = {
      ...job,
      fixPlan: async (...asked: Parameters<typeof job.fixPlan>) => {
        const granted = await job.fixPlan(...asked);
        return granted.ok ? { ok: true as const, value: { ...granted.value, laysOut: false } } : granted;
      },
    };
    await deliver(world, world.messages.shift()!, passing, { job: before }); // submitting sent one
    const points = new Set<string>();
    await drive(world, () => (point, call) => {
      points.add(point);
      return call();
    });
    expect(points.has('object commit') && !points.has('object laidOut')).toBe(true);
    await expectWhole(world);
    await expectClean(world);
  });

  it('is written anew as a whole where a version went on with it that knows nothing else', async () => {
    const world = await newLaidWorld();
    await untilLaidOut(world);
    const messages = world.messages.splice(0);
    await deliver(world, messages.shift()!, passing); // four were sent
    const stripped = `json_remove(data, '$.position.layout', '$.position.laying')`;
    await runInDurableObject(objectOf(world), (_, { storage: { sql } }) =>
      sql.exec(`UPDATE runs SET data = ${stripped}`).toArray(),
    );
    await turn(world);
    world.messages.push(...messages);
    expect((await laid(world)).left).toBeGreaterThan(0);
    await drive(world);
    await expectWhole(world);
    await expectClean(world);
  });

  it('is given up where a version ended it that knows nothing of it', async () => {
    const world = await newLaidWorld();
    await untilLaidOut(world);
    for (const message of world.messages.splice(0, 2)) {
      let calls = 0;
      // One is left with an open upload.
      const through = mortal(injecting(() => ((calls += 1) > 6 ? 'fails before' : 'passes')));
      await deliver(world, message, message.volume === 1 ? passing : through);
    }
    await runInDurableObject(objectOf(world), (_, { storage: { sql } }) => {
      const ended = `json_set(data, '$.outcome.status', 'CANCELLED', '$.outcome.finishedAt', 1)`;
      sql.exec(`UPDATE runs SET status = 'CANCELLED', data = ${ended}`);
    });
    expect((await laid(world)).left).toBeGreaterThan(0);
    await turn(world);
    expect(await laid(world)).toEqual({ left: 0, inFlight: 0 });
    await expectClean(world);
  });

  it('has its share of what its contact center may have in flight, until it is over', async () => {
    const center = env.CENTER.get(env.CENTER.idFromName('crowded'));
    const runs = [1, 2, 3, 4];
    for (const run of runs) expect(await center.enter('crowded', run, run)).toBe('go');
    for (const run of runs) expect(await center.volumes(run, { own: 0, more: 4 })).toBe(4);
    expect(await center.enter('crowded', 5, 5)).toBe('go');
    expect(await center.volumes(5, { own: 0, more: 4 })).toBe(0);
    // Three each are the share of five: one of which a volume is stored has no other in its place.
    expect(await center.volumes(1, { own: 3, more: 1 })).toBe(0);
    expect(await center.volumes(5, { own: 0, more: 4 })).toBe(1);
    await center.leave(2);
    expect(await center.volumes(5, { own: 1, more: 4 })).toBe(3);
  });
});

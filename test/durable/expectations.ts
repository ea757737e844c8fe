import { Buffer } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import { recordStoreName } from '../../src/model/object-names.ts';
import { readerOf } from '../../src/records/source/reader.ts';
import { zipFiles } from '../../scripts/lab/chaos/zip-reader.ts';
import { firstRun, historyItem, openArtifact } from '../support/center.ts';
import { objectOf, turn, type World } from './world.ts';

// The world replaces the objects' bindings, and with them what `env` answers: these are the real ones.
const { DB, BUCKET, RECORDS } = env;

/** The archive's entries by name, from all of the run's volumes in order. */
async function entriesOf(world: World): Promise<ReadonlyMap<string, string>> {
  const { results } = await DB.prepare(
    'SELECT key FROM artifacts WHERE ccid = ? AND history_id = ? ORDER BY volume',
  )
    .bind(world.ccid, firstRun(world.job))
    .all<{ key: string }>();
  const volumes = await Promise.all(results.map(({ key }) => openArtifact(key)));
  let size = 0;
  const starts = volumes.map((volume) => (size += volume.length) - volume.length);
  const joined = Buffer.concat(volumes);
  const read = (at: number, length: number) => joined.subarray(at, at + length);
  return new Map(
    zipFiles({ size, starts, read }).map(({ name, at, compressed }) => [
      name,
      inflateRawSync(read(at, compressed)).toString('utf8'),
    ]),
  );
}

/** The run is Finished and its archive holds every record once, byte for byte, in order. */
export async function expectWhole(world: World): Promise<void> {
  expect(await historyItem(world.ccid, world.job)).toMatchObject({ status: 'Finished', progress: 100 });
  const entries = await entriesOf(world);
  expect(entries.get(`EmailIn-${world.job.id}.json`) === world.expected, 'equal bytes').toBe(true);
  expect([...entries.keys()]).toEqual([
    `EmailIn-${world.job.id}.json`,
    'schema/interaction.json',
    'manifest.json',
  ]);
}

/** After a few alarms R2 holds the run's listed artifacts, no tail and nothing prepared, and the object has nothing left to do. */
export async function expectClean(world: World, uploadsLeft: number | 'any' = 0): Promise<void> {
  await expectTidy(world, uploadsLeft);
  for (const prefix of ['tail', 'prepared']) {
    const { objects } = await BUCKET.list({ prefix: `${prefix}/${world.ccid}/${firstRun(world.job)}/` });
    expect(objects).toEqual([]);
  }
}

/** The same, but for a tail that a late consumer may have put after the last alarm; the hourly sweep finds it. */
export async function expectTidy(world: World, uploadsLeft: number | 'any' = 0): Promise<void> {
  const nothing = { garbage: [], volumes: [], laid: [], unprojected: [], errands: [] };
  let left = await leftIn(world);
  for (let turns = 0; turns < 4 && JSON.stringify(left) !== JSON.stringify(nothing); turns += 1) {
    await turn(world);
    left = await leftIn(world);
  }
  expect(left).toEqual(nothing);
  const run = firstRun(world.job);
  const listed = await DB.prepare('SELECT key FROM artifacts WHERE ccid = ? AND history_id = ? ORDER BY key')
    .bind(world.ccid, run)
    .all<{ key: string }>();
  const stored = await BUCKET.list({ prefix: `artifacts/${world.ccid}/${run}/` });
  expect(stored.objects.map(({ key }) => key)).toEqual(listed.results.map(({ key }) => key));
  expect(await pinsOf(world)).toEqual([]);
  if (uploadsLeft !== 'any') expect(await openUploads(world)).toHaveLength(uploadsLeft);
}

/** What the store of records still keeps for the run. */
const pinsOf = ({ ccid, job }: World) =>
  runInDurableObject(RECORDS.getByName(recordStoreName(ccid, 'Interaction')), (_, { storage: { sql } }) =>
    sql
      .exec('SELECT version FROM pins WHERE run = ?', readerOf({ jobId: job.id, runId: firstRun(job) }))
      .toArray(),
  );

/** What the object still has to do away with, to store, to project and to tell. */
const leftIn = (world: World) =>
  runInDurableObject(objectOf(world), (_, { storage: { sql } }) => ({
    garbage: sql.exec('SELECT key FROM garbage').toArray(),
    volumes: sql.exec("SELECT key FROM volumes WHERE state <> 'stored'").toArray(),
    laid: sql.exec('SELECT volume FROM laid_volumes UNION ALL SELECT volume FROM laid_files').toArray(),
    unprojected: sql.exec('SELECT 1 FROM job WHERE projected < version').toArray(),
    errands: sql.exec('SELECT kind FROM errands').toArray(),
  }));

/** Uploads that were begun and neither completed nor aborted: R2 takes another part of them. */
async function openUploads(world: World): Promise<readonly string[]> {
  const open: string[] = [];
  for (const [id, key] of world.uploads) {
    try {
      await BUCKET.resumeMultipartUpload(key, id).uploadPart(10_000, 'x');
      open.push(key);
    } catch (error) {
      expect(String(error)).toContain('(10024)');
    }
  }
  return open;
}

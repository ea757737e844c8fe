import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { ClientError } from '../../src/client/client-error.ts';
import type { FixtureRun } from '../../scripts/lab/take-fixture/fixture.ts';
import { decryptFile } from '../../scripts/udm/decrypt-file.ts';
import { downloadFile } from '../../scripts/udm/download-file.ts';
import { listFiles } from '../../scripts/udm/run-export.ts';
import type { Upgraded } from './upgraded.ts';

/** The objects' alarms send within 20 s what was lost with the queue; the rest of a run takes a few. */
const PATIENCE_MS = 90_000;
const POLL_MS = 200;
const UNDER_WAY: readonly string[] = ['Queued', 'In Progress'];

/** What is wrong with a run, one sentence each; none when it is Finished and its files hold exactly what they have to. */
export async function judgeRun(service: Upgraded, run: FixtureRun): Promise<string[]> {
  const name = `run ${run.runId} ("${run.title}")`;
  const ended = await endOf(service, run);
  if (ended.status !== 'Finished') return [`${name} is ${ended.status}: ${ended.reason}`];
  const files = await listFiles(service.session, { historyId: run.runId });
  const begunAnew = run.cut !== null && files.some((file) => !file.name.includes(run.cut ?? ''));
  try {
    const wrong = differences(await entriesOf(service, run, files), run);
    if (begunAnew) wrong.unshift(`it was begun anew: its archive is not ${run.cut}`);
    return wrong.map((what) => `${name}: ${what}`);
  } catch (error) {
    // What is wrong with the files themselves is said in words; anything else is a defect of this test.
    if (error instanceof ClientError) return [`${name}: ${error.message}`];
    throw error;
  }
}

/** How a run ended; a run that does not end within PATIENCE_MS is shown as it stands then. */
async function endOf({ session }: Upgraded, { runId }: FixtureRun) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const params = { params: { path: { id: runId } } };
    const { data: run } = await session.api.GET('/udm/v10/export/history/{id}', params);
    const status = run?.status ?? 'gone';
    if (!UNDER_WAY.includes(status)) return { status, reason: run?.description ?? '' };
    if (Date.now() > deadline) {
      const { data } = await session.api.GET('/udm/v10/export/history/{id}/progress', params);
      return { status, reason: `it did not end in ${PATIENCE_MS / 1_000} s (${JSON.stringify(data)})` };
    }
    await sleep(POLL_MS);
  }
}

/** The data entries of a run's archive, by name; downloaded, decrypted, joined, and checked against the manifest. */
async function entriesOf(
  { session, folder, keyFile }: Upgraded,
  { runId }: FixtureRun,
  files: Awaited<ReturnType<typeof listFiles>>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const target = join(folder, `run-${runId}`);
  mkdirSync(target);
  const sealed: string[] = [];
  for (const file of files) sealed.push(await downloadFile(session, file, target));
  const [first] = sealed;
  if (first === undefined) throw new ClientError('missing', 'it has no files');
  const out = join(target, 'archive.zip');
  await decryptFile({ file: first, key: keyFile, out });
  const entries = Object.entries(unzipSync(readFileSync(out)));
  return new Map(entries.filter(([name]) => name !== 'manifest.json' && !name.startsWith('schema/')));
}

const LF = 0x0a;

function differences(found: ReadonlyMap<string, Uint8Array>, { entries }: FixtureRun): string[] {
  const wrong = entries.flatMap(({ name, records, bytes, sha256 }) => {
    const content = found.get(name);
    if (!content) return [`${name} is missing`];
    const lines = content.reduce((count, byte) => (byte === LF ? count + 1 : count), 0);
    if (lines !== records) return [`${name} has ${lines} records, not ${records}`];
    if (content.length !== bytes) return [`${name} has ${content.length} bytes, not ${bytes}`];
    const hash = createHash('sha256').update(content).digest('hex');
    return hash === sha256 ? [] : [`${name} has other bytes in the same records and size, or another order`];
  });
  const unknown = [...found.keys()].filter((name) => !entries.some((entry) => entry.name === name));
  return [...wrong, ...unknown.map((name) => `${name} should not be there`)];
}

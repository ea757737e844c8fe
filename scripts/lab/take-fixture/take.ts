import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSession, type Session } from '../../../src/client/session.ts';
import { DAY_MS } from '../../../src/model/instant.ts';
import { CommandError } from '../../cli/command.ts';
import { makeRecipient, type Recipient } from '../../demo/recipient.ts';
import { DEMO_LOGIN } from '../../dev/demo-center.ts';
import { freePort } from '../../dev/port.ts';
import { ServiceGroup } from '../chaos/service-group.ts';
import { beginRuns, untilInTheMiddle, type Begun } from './begin.ts';
import { foldLogs, keptRuns, notCut } from './cut-runs.ts';
import { expectedEntries } from './expected.ts';
import { packFixture, type Fixture, type FixtureRun } from './fixture.ts';
import { firstHistory, joined, secondHistory } from './history.ts';
import { importAll, makePast, type Past } from './past.ts';
import { shownBy } from './shown.ts';

/** A fixture lasts: its files do not expire, nor does its certificate. */
const LIFE_DAYS = 36_500;
/** A slice is a page, so that runs have many seams. */
const VARS = [`RETENTION_DAYS:${LIFE_DAYS}`, 'SLICE_PAGES:1'];
const ATTEMPTS = 20;
/** Every attempt kills so much later than the one before, up to five times: what one of them misses another may catch. */
const STEP_MS = 30;

export interface TakeOptions {
  /** Folder of the checkout that begins the runs. */
  readonly checkout: string;
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
}

/** What there is before the runs begin that are cut. */
interface Scene extends TakeOptions {
  readonly folder: string;
  readonly recipient: Recipient;
}

/** Has the service of a checkout begin two runs, kills it in the middle of both, and packs what it leaves behind. */
export async function takeFixture(options: TakeOptions): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'udm-fixture-'));
  try {
    const recipient = await makeRecipient(folder, Date.now(), LIFE_DAYS * DAY_MS);
    const scene = { ...options, folder, recipient };
    const before = join(folder, 'before');
    const past = await withService(scene, before, 'SIGTERM', (session) => prepare(scene, session));
    options.say(`${past.shown.history.length + 1} runs have ended. Two are begun now.`);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const state = join(folder, `cut-${attempt}`);
      cpSync(before, state, { recursive: true });
      const fixture = await cut(scene, { state, later: (attempt % 6) * STEP_MS }, past);
      if (fixture) return packFixture(fixture, { persistTo: state, keyFile: recipient.keyFile });
      rmSync(state, { recursive: true });
    }
    throw new CommandError(`In ${ATTEMPTS} attempts the runs were never both in their middle.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare({ folder, recipient }: Scene, session: Session) {
  const past = await makePast(session, { folder, certificateFile: recipient.certificateFile });
  await importAll(session, secondHistory());
  // The DataSync job goes on: what is shown of it will change.
  return { ...past, shown: await shownBy(session, [past.syncJobId]) };
}

/** One attempt: begins the runs and kills the service; null when it was not in the middle of both. */
async function cut(
  scene: Scene,
  { state, later }: { readonly state: string; readonly later: number },
  past: Past & Pick<Fixture, 'shown'>,
): Promise<Fixture | null> {
  const takenAt = new Date().toISOString();
  const { whole, split } = await withService(scene, state, 'SIGKILL', async (session) => {
    const runs = await beginRuns(session, past.syncJobId);
    await untilInTheMiddle(session, [runs.whole.runId, runs.split.runId], later);
    return runs;
  });
  foldLogs(state);
  const kept = keptRuns(state);
  const missing = [
    ...notCut(whole.runId, kept, ['open']),
    ...notCut(split.runId, kept, ['open', 'sealed', 'stored']),
  ];
  scene.say(missing.length === 0 ? 'Both runs are cut.' : `Once more: ${missing.join(', ')}.`);
  if (missing.length > 0) return null;
  const uuidOf = (run: Begun) => ({ ...run, cut: kept.get(run.runId)?.uuid ?? null });
  const runs = [...past.runs, ...withEntries(uuidOf(whole), uuidOf(split))];
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: scene.checkout, encoding: 'utf8' }).trim();
  return { format: 1, commit, takenAt, shown: past.shown, runs };
}

/** The cut runs with what their archives have to hold: what changed since the first history, and everything. */
function withEntries(whole: Omit<FixtureRun, 'entries'>, split: Omit<FixtureRun, 'entries'>): FixtureRun[] {
  const second = secondHistory();
  const all = joined(firstHistory(), second);
  const type = 'Interaction';
  return [
    { ...whole, entries: expectedEntries(second, { type, jobId: whole.jobId }) },
    { ...split, entries: expectedEntries(all, { type, jobId: split.jobId }) },
  ];
}

/** Starts the checkout's service on a folder, and ends it with a signal when the work is done. */
async function withService<T>(
  { checkout, folder, signal }: Scene,
  persistTo: string,
  end: 'SIGTERM' | 'SIGKILL',
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const output = openSync(join(folder, 'service.log'), 'a');
  const options = { port: await freePort(), persistTo, output, vars: VARS, projects: [checkout] };
  const group = new ServiceGroup(options);
  try {
    await group.start(signal);
    const done = await work(openSession({ url: group.url, ...DEMO_LOGIN }, { signal }));
    await group.end(end);
    return done;
  } finally {
    await group.end('SIGKILL');
  }
}

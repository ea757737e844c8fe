import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeRecipient } from '../../demo/recipient.ts';
import { DEMO_LOGIN } from '../../dev/demo-center.ts';
import { freePort } from '../../dev/port.ts';
import { randomOf } from '../../generate/random.ts';
import { openSession, type Session } from '../../../src/client/session.ts';
import { uploadCertificate } from '../../udm/upload-certificate.ts';
import { jobsWithoutEntry, readLog, unentered, type ReadLog } from './audit-judge.ts';
import { expectedOf } from './expected.ts';
import { importHistory, type HistoryChoice } from './history.ts';
import { leftovers } from './leftovers.ts';
import type { Neighbour } from './neighbour.ts';
import { judgeNeighbour, moveIn } from './neighbourhood.ts';
import { checkRun } from './runs.ts';
import { ServiceGroup } from './service-group.ts';
import { storm, type Storm } from './storm.ts';
import { Witness, type Act } from './witness.ts';

/** What a chaos run is made of. */
export interface SceneOptions extends HistoryChoice {
  readonly kills: number;
  readonly pauseMs: number;
  readonly undisturbed: boolean;
  /** Variables over those of wrangler.toml, as `KEY:VALUE`. */
  readonly vars: readonly string[];
  /** Checkouts whose service it is in turn, from one kill to the next; this one's alone where none is named. */
  readonly projects?: readonly string[];
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
}

/** What came of it; `wrong` names every violation. */
export interface SceneOutcome extends Storm {
  readonly wrong: readonly string[];
  readonly begunUploads: number;
  readonly records: number;
  /** Requests of the neighbour. */
  readonly requests: number;
}

/** Alarms clean up within seconds; D1 and the object agree within a minute. */
const SETTLE_MS = 8_000;

/** Imports a history into a service of its own, lets the storm rage, and checks what came through it. */
export async function playScene(options: SceneOptions): Promise<SceneOutcome> {
  const { signal, say } = options;
  const folder = mkdtempSync(join(tmpdir(), 'udm-chaos-'));
  const persistTo = join(folder, 'state');
  const output = openSync(join(folder, 'service.log'), 'a');
  const group = new ServiceGroup({
    port: await freePort(),
    persistTo,
    output,
    vars: options.vars,
    ...(options.projects ? { projects: options.projects } : {}),
  });
  let neighbour: Neighbour | undefined;
  const witness = new Witness(group.url);
  try {
    await group.start(signal);
    const session = openSession({ url: group.url, ...DEMO_LOGIN }, { signal });
    const { certificateFile, keyFile } = await makeRecipient(folder, Date.now());
    await uploadCertificate(session, certificateFile);
    const records = await importHistory(session, options);
    say(`Imported ${records} records.`);
    const random = randomOf(options.seed, 'neighbour');
    const neighbourhood = await moveIn(group.url, { persistTo, certificateFile, random }, signal);
    neighbour = neighbourhood.neighbour;
    const raged = await storm(group, session, { ...options, random: randomOf(options.seed, 'storm') });
    const wrong = [...(await judgeNeighbour(neighbourhood, { folder, keyFile }))];
    const { requests } = neighbour;
    for (const type of options.types) {
      const expected = await expectedOf(options, type);
      for (const run of raged.runs.filter((item) => item.type === type)) {
        const found = await checkRun(session, run, { expected, folder, keyFile });
        say(
          `run ${run.id} (${type}): ${found.length === 0 ? 'every record once, equal bytes, in order' : 'WRONG'}`,
        );
        wrong.push(...found);
      }
    }
    wrong.push(...(await judgeLogs(witness.acts, [session, neighbourhood.session])));
    say(`${witness.acts.length} acts were answered as done; each was looked for in the audit logs.`);
    await sleep(SETTLE_MS, undefined, { signal });
    await group.end('SIGTERM');
    const left = leftovers(persistTo);
    return { ...raged, records, requests, wrong: [...wrong, ...left.wrong], begunUploads: left.begun };
  } finally {
    await group.end('SIGKILL');
    // Where the storm was stopped nobody has told him; what he would still send has no receiver.
    await neighbour?.stop().catch(() => undefined);
    witness.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether every act has its entry, and every log is whole. */
async function judgeLogs(acts: readonly Act[], sessions: readonly Session[]): Promise<readonly string[]> {
  // What judges asks for tokens, too: their entries may come behind the reading.
  const done = [...acts];
  const wrong: string[] = [];
  const logs: ReadLog[] = [];
  for (const session of sessions) {
    const log = await readLog(session);
    logs.push(log);
    wrong.push(...log.wrong, ...(await jobsWithoutEntry(session, log)));
  }
  return [...wrong, ...unentered(done, logs)];
}

import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_LOGIN } from '../../scripts/dev/demo-center.ts';
import { freePort } from '../../scripts/dev/port.ts';
import { startService } from '../../scripts/dev/service.ts';
import { unpackFixture, type Unpacked } from '../../scripts/lab/take-fixture/fixture.ts';
import { openSession, type Session } from '../../src/client/session.ts';

/** What an earlier commit's service left behind when it was killed (`scripts/lab/take-fixture.ts`). */
const FIXTURE = fileURLToPath(new URL('mid-run.zip', import.meta.url));

/** This commit's slices are small as well: what they hand on to each other is part of the proof. */
const VARS = ['SLICE_PAGES:2', 'RETENTION_DAYS:36500'];

/** This commit's service on what the earlier one left behind. */
export interface Upgraded extends Unpacked {
  readonly folder: string;
  readonly session: Session;
  /** The end of what the service has logged so far. */
  log(): string;
  /** Ends the service and leaves its folder. */
  stop(): Promise<void>;
  remove(): void;
}

/** Starts the service as `npm run dev` does, on an unpacked fixture, after `change` was at its folder. */
export async function upgraded(change: (left: Unpacked) => void = () => {}): Promise<Upgraded> {
  const folder = mkdtempSync(join(tmpdir(), 'udm-upgrade-'));
  const left = unpackFixture(FIXTURE, folder);
  change(left);
  const logFile = join(folder, 'service.log');
  const options = {
    port: await freePort(),
    persistTo: left.persistTo,
    output: openSync(logFile, 'a'),
    vars: VARS,
  };
  const log = () => `\nThe service's log ends so:\n${readFileSync(logFile, 'utf8').slice(-4_000)}`;
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const service = await startService(options, new AbortController().signal).catch((error: unknown) => {
    const told = new Error(`${String(error)}${log()}`, { cause: error });
    remove();
    throw told;
  });
  return {
    ...left,
    folder,
    session: openSession({ url: service.url, ...DEMO_LOGIN }),
    log,
    stop: () => service.stop(),
    remove,
  };
}

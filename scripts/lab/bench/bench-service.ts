import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRecipient, type Recipient } from '../../demo/recipient.ts';
import { DEMO_LOGIN } from '../../dev/demo-center.ts';
import { freePort } from '../../dev/port.ts';
import { serve, startService } from '../../dev/service.ts';
import { openSession, type Session } from '../../../src/client/session.ts';
import { uploadCertificate } from '../../udm/upload-certificate.ts';

/** The service with the side doors of `worker/index.ts`. */
const BENCH_ENTRY = 'scripts/lab/bench/worker/index.ts';

/** A service of its own for one measurement, in a folder of its own. */
export interface Bench {
  readonly url: string;
  readonly folder: string;
  readonly session: Session;
  readonly recipient: Recipient;
  readonly inspectorPort: number;
  readonly signal: AbortSignal;
}

/**
 * Which Worker is served: the service as it is, the service with side doors (counting and encoding), or the latter without a
 * database, which is ready sooner.
 */
export type Served = 'service' | 'counted' | 'encoder';

/** Starts a service in a temporary folder, lets `work` measure it, and removes both, whatever comes of it. */
export async function withBench<T>(
  served: Served,
  signal: AbortSignal,
  work: (bench: Bench) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'udm-bench-'));
  const log = join(folder, 'service.log');
  try {
    const [port, inspectorPort] = [await freePort(), await freePort()];
    const options = { port, inspectorPort, persistTo: join(folder, 'state'), output: openSync(log, 'a') };
    const service = await (served === 'service'
      ? startService(options, signal)
      : (served === 'encoder' ? serve : startService)({ ...options, entry: BENCH_ENTRY }, signal));
    try {
      const session = openSession({ url: service.url, ...DEMO_LOGIN }, { signal });
      const recipient = await makeRecipient(folder, Date.now());
      if (served !== 'encoder') await uploadCertificate(session, recipient.certificateFile);
      return await work({ url: service.url, folder, session, recipient, inspectorPort, signal });
    } finally {
      await service.stop();
    }
  } catch (error) {
    if (!signal.aborted) console.error(readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20).join('\n'));
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRecipient, type Recipient } from '../../scripts/demo/recipient.ts';
import { DEMO_LOGIN } from '../../scripts/dev/demo-center.ts';
import { freePort } from '../../scripts/dev/port.ts';
import { startService, type Service } from '../../scripts/dev/service.ts';
import { openSession, type Session } from '../../src/client/session.ts';
import { uploadCertificate } from '../../scripts/udm/upload-certificate.ts';

/** The service as `npm run dev` starts it, in a folder of its own, with a certificate on file. */
export interface Running {
  readonly folder: string;
  readonly service: Service;
  readonly session: Session;
  readonly recipient: Recipient;
  stop(): Promise<void>;
}

export async function startedService(vars: readonly string[] = []): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'udm-e2e-'));
  const output = openSync(join(folder, 'service.log'), 'a');
  const persistTo = join(folder, 'state');
  const options = { port: await freePort(), persistTo, output, vars };
  const service = await startService(options, new AbortController().signal);
  const session = openSession({ url: service.url, ...DEMO_LOGIN });
  const recipient = await makeRecipient(folder, Date.now());
  await uploadCertificate(session, recipient.certificateFile);
  return {
    folder,
    service,
    session,
    recipient,
    stop: async () => {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

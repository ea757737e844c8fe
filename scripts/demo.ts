import { mkdirSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KINDS } from '../src/model/records.ts';
import { byteSize } from './cli/byte-size.ts';
import { readArguments, runCommand } from './cli/command.ts';
import { progressBar } from './cli/progress.ts';
import { stopSignal } from './cli/signals.ts';
import { makeRecipient } from './demo/recipient.ts';
import { unpack } from './demo/unzip.ts';
import { DEMO_LOGIN } from './dev/demo-center.ts';
import { freePort } from './dev/port.ts';
import { startService } from './dev/service.ts';
import { DEFAULT_PERIOD, historyBytes } from './generate/history.ts';
import { decryptFile } from './udm/decrypt-file.ts';
import { downloadFile } from './udm/download-file.ts';
import { importLines } from './udm/import-file.ts';
import { runExport } from './udm/run-export.ts';
import { openSession } from '../src/client/session.ts';
import type { Session } from '../src/client/session.ts';
import { uploadCertificate } from './udm/upload-certificate.ts';

const HELP = `npm run demo

Does the main job once, on this machine alone: starts the service in a temporary folder, imports a made-up contact
history, uploads a new certificate, exports, downloads, decrypts and unzips. It stops what it started; the files stay.`;

const HISTORY = { ...DEFAULT_PERIOD, seed: 20_26, interactions: 2_000 };

await runCommand(async (args) => {
  const { values } = readArguments({ args, options: { help: { type: 'boolean', default: false } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const signal = stopSignal();
  const folder = mkdtempSync(join(tmpdir(), 'udm-demo-'));
  const log = join(folder, 'service.log');
  try {
    console.log(`Starting the service in ${folder} …`);
    const persistTo = join(folder, 'state');
    const service = await startService(
      { port: await freePort(), persistTo, pages: false, output: openSync(log, 'a') },
      signal,
    );
    try {
      await mainJob(openSession({ url: service.url, ...DEMO_LOGIN }, { signal }), folder);
    } finally {
      await service.stop();
    }
    console.log(`The service is stopped. The files are in ${folder}`);
    return 0;
  } catch (error) {
    if (signal.aborted) {
      console.error(`Stopped. What there is lies in ${folder}`);
      return 130;
    }
    console.error(`The demo failed. The service's last words (${log}):\n${lastLines(log)}`);
    throw error;
  }
});

/** Import, certificate, export, download, decrypt, unzip: what a user of the service does, in this order. */
async function mainJob(session: Session, folder: string): Promise<void> {
  console.log(`The service answers at ${session.url}`);
  for (const kind of KINDS) {
    const report = await importLines(session, kind, chunksOf(historyBytes(kind, HISTORY)));
    if (report.rejected > 0) throw new Error(`${report.rejected} generated records were rejected.`);
    console.log(`Imported ${report.inserted} ${kind}`);
  }
  const { keyFile, certificateFile } = await makeRecipient(folder, Date.now());
  await uploadCertificate(session, certificateFile);
  console.log('Made an RSA key and a certificate, and uploaded the certificate');
  for (const type of ['Interaction', 'Contact'] as const) await exportOnce(session, folder, type, keyFile);
}

async function exportOnce(
  session: Session,
  folder: string,
  type: 'Interaction' | 'Contact',
  keyFile: string,
): Promise<void> {
  const bar = progressBar(`Exporting ${type.toLowerCase()}s`);
  const request = { type, title: `Demo: all ${type.toLowerCase()}s`, media: [], attachments: true };
  const files = await runExport(session, request, (run) => {
    bar.update(run.progress / 100, `${run.recordsExported} of ${run.recordsTotal} records`);
  });
  bar.end();
  for (const file of files) {
    const sealed = await downloadFile(session, file, folder);
    const zip = sealed.replace(/\.smime$/, '');
    await decryptFile({ file: sealed, key: keyFile, out: zip });
    console.log(`Downloaded ${file.name} (${byteSize(file.size)}, SHA-256 as listed) and decrypted it`);
    const target = join(folder, type.toLowerCase());
    mkdirSync(target, { recursive: true });
    const { entries, firstRecord } = unpack(zip, target);
    for (const { name, records } of entries)
      console.log(`  ${String(records).padStart(6)} records in ${name}`);
    console.log(`The first record:\n${firstRecord ?? '(none)'}`);
  }
}

async function* chunksOf(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

function lastLines(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-30).join('\n');
}

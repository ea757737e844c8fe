import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments, readInteger, runCommand } from '../cli/command.ts';
import { progressBar } from '../cli/progress.ts';
import { stopSignal } from '../cli/signals.ts';
import { makeRecipient } from '../demo/recipient.ts';
import { DEMO_LOGIN } from '../dev/demo-center.ts';
import { freePort } from '../dev/port.ts';
import { startService } from '../dev/service.ts';
import { DEFAULT_PERIOD, historyBytes } from '../generate/history.ts';
import { addHistory, readSlowly } from './memory/slow-readers.ts';
import { crowd, CROWD } from './memory/crowd.ts';
import { untilSettled } from './bench/until-settled.ts';
import { openIsolate } from './memory/isolate.ts';
import type { Isolate } from './memory/isolate.ts';
import { exportLarge, importLarge } from './memory/large-round.ts';
import { oneByteChunks } from './memory/one-byte.ts';
import { sampleDuring } from './memory/samples.ts';
import type { MemoryUse } from './memory/samples.ts';
import { importLines } from '../udm/import-file.ts';
import { runExport } from '../udm/run-export.ts';
import type { ExportedFile } from '../udm/run-export.ts';
import { openSession } from '../../src/client/session.ts';
import type { Session } from '../../src/client/session.ts';
import { signedIn } from '../../src/client/sign-in.ts';
import { uploadCertificate } from '../udm/upload-certificate.ts';

const MB = 1_000_000;
/** The bound of the design for one isolate; the platform's own is 128 MB. */
const LIMIT_MB = 100;
const PLATFORM_MB = 128;
/** The bound while nothing but small bodies is read. */
const SMALL_MB = 40;
const SLOW_READERS = 20;
const LARGE = { interactionBytes: 100 * MB, documentBytes: 40 * MB, small: 10_000 };
/** What one generated interaction and its documents have on average, a little less. */
const BYTES_AN_INTERACTION = 2_150;

const HELP = `npm run memory -- [options]

Imports generated records into a service of its own, has them compacted, exports them, and prints what the Worker's isolate
used (heap and backing stores) meanwhile; what is garbage is collected in between. Exit code 1 when a peak is over ${LIMIT_MB} MB.

  --megabytes N   interactions and documents to import and export (200)
  --runs N        exports to measure, one after the other (1)
  --large         instead: one interaction of 100 MB, one document of 40 MB and 10,000 small records of each kind; one
                  import a kind, one export, and what came back compared; exit code 1 over ${PLATFORM_MB} MB
  --crowd         instead: ${CROWD.imports} imports of ${CROWD.importBytes / MB} MB, ${CROWD.exports} exports and reads at once, after N megabytes were imported
  --slow          instead: ${SLOW_READERS} slow readers of a list of 30 MB, and of a file that N megabytes make
  --one-byte      instead: a body in one-byte chunks to every route that reads one; exit code 1 over ${SMALL_MB} MB
  --help          this text`;

const OPTIONS = {
  megabytes: { type: 'string', default: '200' },
  runs: { type: 'string', default: '1' },
  large: { type: 'boolean', default: false },
  crowd: { type: 'boolean', default: false },
  slow: { type: 'boolean', default: false },
  'one-byte': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  const { values } = readArguments({ args, options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const megabytes = readInteger('megabytes', values.megabytes, [1, 10_000]);
  const runs = readInteger('runs', values.runs, [1, 100]);
  const signal = stopSignal();
  const folder = mkdtempSync(join(tmpdir(), 'udm-memory-'));
  try {
    const [port, inspectorPort] = [await freePort(), await freePort()];
    const output = openSync(join(folder, 'service.log'), 'a');
    const service = await startService(
      { port, inspectorPort, persistTo: join(folder, 'state'), output },
      signal,
    );
    try {
      const session = openSession({ url: service.url, ...DEMO_LOGIN }, { signal });
      const isolate = await openIsolate(inspectorPort);
      const wanted = { folder, megabytes, runs };
      if (values.crowd) return await measureCrowd(session, isolate, wanted);
      if (values.slow) return await measureSlow(session, isolate, wanted);
      if (values['one-byte']) return await measureOneByte(isolate, service.url);
      if (values.large) return await measureLarge(session, isolate, folder);
      return await measure(session, isolate, wanted);
    } finally {
      await service.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

interface Measurement {
  readonly folder: string;
  readonly megabytes: number;
  readonly runs: number;
}

async function measure(session: Session, isolate: Isolate, wanted: Measurement): Promise<number> {
  const { certificateFile } = await makeRecipient(wanted.folder, Date.now());
  await uploadCertificate(session, certificateFile);
  const imported = await sampleDuring(isolate, () => importHistory(session, wanted.megabytes * MB));
  show('import', imported);
  await isolate.collectGarbage();
  const compacted = await sampleDuring(isolate, async () => void (await untilSettled(wanted.folder)));
  show('compaction', compacted);
  await isolate.collectGarbage();
  let within = Math.max(imported.peak, compacted.peak) <= LIMIT_MB * MB;
  for (let run = 1; run <= wanted.runs; run += 1) {
    const use = await sampleDuring(isolate, async () => void (await exportAll(session)));
    show(`export ${run}`, use);
    within &&= use.peak <= LIMIT_MB * MB;
    await isolate.collectGarbage();
    console.log(`  held after garbage collection: ${((await isolate.used()) / MB).toFixed(1)} MB`);
  }
  isolate.close();
  console.log(within ? `Within ${LIMIT_MB} MB.` : `Over ${LIMIT_MB} MB.`);
  return within ? 0 : 1;
}

async function measureLarge(session: Session, isolate: Isolate, folder: string): Promise<number> {
  const recipient = await makeRecipient(folder, Date.now());
  await uploadCertificate(session, recipient.certificateFile);
  let sent = '';
  let received = '';
  const imported = await sampleDuring(isolate, async () => {
    const { interactions, documents } = await importLarge(session, LARGE);
    sent = JSON.stringify({ interactions, documents });
  });
  show('import', imported);
  await isolate.collectGarbage();
  const exported = await sampleDuring(isolate, async () => {
    received = JSON.stringify(await exportLarge(session, folder, recipient));
  });
  show('export', exported);
  isolate.close();
  const within = Math.max(imported.peak, exported.peak) <= PLATFORM_MB * MB;
  console.log(within ? `Within ${PLATFORM_MB} MB.` : `Over ${PLATFORM_MB} MB.`);
  console.log(
    sent === received ? 'What came back is what was sent.' : 'What came back is not what was sent.',
  );
  return within && sent === received ? 0 : 1;
}

async function measureOneByte(isolate: Isolate, url: string): Promise<number> {
  const authorization = await signedIn({ url, ...DEMO_LOGIN })();
  const peak = await oneByteChunks(isolate, { url, authorization }, show);
  isolate.close();
  return verdict(peak, SMALL_MB);
}

async function measureCrowd(session: Session, isolate: Isolate, wanted: Measurement): Promise<number> {
  const { certificateFile } = await makeRecipient(wanted.folder, Date.now());
  await uploadCertificate(session, certificateFile);
  await importHistory(session, wanted.megabytes * MB);
  await isolate.collectGarbage();
  const use = await sampleDuring(isolate, async () => {
    const { seconds, asked } = await crowd(session, CROWD);
    console.log(`All ended in ${seconds.toFixed(0)} s; ${asked} reads were answered meanwhile.`);
  });
  show('crowd', use);
  isolate.close();
  return verdict(use.peak, LIMIT_MB);
}

async function measureSlow(session: Session, isolate: Isolate, wanted: Measurement): Promise<number> {
  const { certificateFile } = await makeRecipient(wanted.folder, Date.now());
  await uploadCertificate(session, certificateFile);
  await importHistory(session, wanted.megabytes * MB);
  const [file] = await exportAll(session);
  if (!file) throw new Error('The export made no file.');
  const link = (await session.send(`/files/${file.name}`)).headers.get('location') ?? '';
  await addHistory(join(wanted.folder, 'state'));
  const authorization = await signedIn({ url: session.url, ...DEMO_LOGIN })();
  const port = Number(new URL(session.url).port);
  let peak = 0;
  for (const [what, read] of [
    ['a list', { path: '/udm/v10/export/history', authorization }],
    ['a download', { path: link.replace(session.url, ''), authorization: null }],
  ] as const) {
    await isolate.collectGarbage();
    const use = await sampleDuring(isolate, () => readSlowly(port, read, SLOW_READERS));
    show(`${SLOW_READERS} slow readers of ${what}`, use);
    peak = Math.max(peak, use.peak);
  }
  isolate.close();
  return verdict(peak, LIMIT_MB);
}

/** The exit code. */
function verdict(peak: number, limit: number): number {
  const within = peak <= limit * MB;
  console.log(`${within ? 'Within' : 'Over'} ${limit} MB.`);
  return within ? 0 : 1;
}

async function importHistory(session: Session, bytes: number): Promise<void> {
  const history = { ...DEFAULT_PERIOD, seed: 1, interactions: Math.ceil(bytes / BYTES_AN_INTERACTION) };
  const bar = progressBar('import');
  let sent = 0;
  for (const kind of ['interactions', 'documents'] as const) {
    const counted = async function* () {
      for (const chunk of historyBytes(kind, history)) {
        sent += chunk.length;
        bar.update(sent / bytes);
        yield chunk;
      }
    };
    const report = await importLines(session, kind, counted());
    if (report.rejected > 0) throw new Error(`${report.rejected} generated records were rejected.`);
  }
  bar.end();
  console.log(`Imported ${(sent / MB).toFixed(1)} MB of interactions and documents.`);
}

async function exportAll(session: Session): Promise<readonly ExportedFile[]> {
  const bar = progressBar('export');
  const request = { type: 'Interaction', title: 'Memory', media: [], attachments: true } as const;
  const files = await runExport(session, request, (run) => bar.update(run.progress / 100));
  bar.end();
  return files;
}

function show(what: string, { samples, peak, firstQuarter, lastQuarter }: MemoryUse): void {
  const [top, first, last] = [peak, firstQuarter, lastQuarter].map(
    (bytes) => `${(bytes / MB).toFixed(1)} MB`,
  );
  console.log(
    `${what}: peak ${top}; median of the first quarter ${first}, of the last ${last} (${samples} samples)`,
  );
}

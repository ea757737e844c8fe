import { join } from 'node:path';
import { openIsolate } from '../memory/isolate.ts';
import { sampleDuring, type MemoryUse } from '../memory/samples.ts';
import { decryptFile } from '../../udm/decrypt-file.ts';
import { downloadFile } from '../../udm/download-file.ts';
import { withBench, type Bench } from './bench-service.ts';
import { runOnce, type TimedRun } from './one-run.ts';
import type { Settings } from './settings.ts';
import { importPlain, writeRecords } from './plain-import.ts';
import { bytesOfFile } from './rival.ts';
import { rounded } from './statistics.ts';

/** 2 GB of chats. */
const RECORDS = 1_500_000;
const POLL_MS = 1_000;
const MB = 1e6;

/** 2 GB of records in and out: what the isolate held meanwhile, and whether all of it came back and can be read. */
export function measureLarge(settings: Settings) {
  const records = settings.records ?? RECORDS;
  return withBench('service', settings.signal, async (bench) => {
    const lines = join(bench.folder, 'records.jsonl');
    await writeRecords(lines, records);
    const isolate = await openIsolate(bench.inspectorPort);
    const imported = await sampled(isolate, () => importPlain(bench.session, lines));
    settings.say(`large: imported ${records} records in ${imported.value.seconds.toFixed(0)} s`);
    await isolate.collectGarbage();
    const exported = await sampled(isolate, () => runOnce(bench.session, { pollMs: POLL_MS }));
    isolate.close();
    settings.say(`large: exported in ${exported.value.seconds.toFixed(0)} s`);
    const checked = await readBack(bench, exported.value);
    const complete = checked.records === records && checked.bytes === bytesOfFile(lines);
    if (!complete) throw new Error(`of ${records} records ${checked.records} came back`);
    return {
      large: {
        records,
        plainMB: rounded(bytesOfFile(lines) / MB, 1),
        sealedMB: rounded(exported.value.sealedBytes / MB, 1),
        volumes: exported.value.files.length,
        importSeconds: rounded(imported.value.seconds, 1),
        exportSeconds: exported.value.seconds,
        import: inMB(imported.use),
        export: inMB(exported.use),
        complete,
      },
    };
  });
}

async function sampled<T>(
  isolate: Parameters<typeof sampleDuring>[0],
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly use: MemoryUse }> {
  const values: T[] = [];
  const use = await sampleDuring(isolate, async () => {
    values.push(await work());
  });
  const [value] = values;
  if (value === undefined) throw new Error('nothing was measured');
  return { value, use };
}

/** Downloads, decrypts, joins and checks the set against its manifest (records, bytes, CRC-32) as a stream. */
async function readBack({ session, folder, recipient }: Bench, run: TimedRun) {
  let last = '';
  for (const file of run.files) last = await downloadFile(session, file, folder);
  return decryptFile({ file: last, key: recipient.keyFile, out: null });
}

const inMB = (use: MemoryUse) => ({
  peakMB: rounded(use.peak / MB, 1),
  firstQuarterMB: rounded(use.firstQuarter / MB, 1),
  lastQuarterMB: rounded(use.lastQuarter / MB, 1),
});

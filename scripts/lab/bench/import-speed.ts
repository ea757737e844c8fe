import { join } from 'node:path';
import { withBench } from './bench-service.ts';
import { runOnce } from './one-run.ts';
import type { Settings } from './settings.ts';
import { importPlain, writeRecords } from './plain-import.ts';
import { median, rounded } from './statistics.ts';

const RECORDS = 100_000;
const EXPORTS = 3;
const POLL_MS = 250;
const MB = 1e6;

/** An import of plain JSON Lines, and the export of the same records beside it; megabytes are those of the lines. */
export function measureImport(settings: Settings) {
  const records = settings.records ?? RECORDS;
  return withBench('service', settings.signal, async (bench) => {
    const lines = join(bench.folder, 'records.jsonl');
    await writeRecords(lines, records);
    const imported = await importPlain(bench.session, lines);
    const exports: number[] = [];
    for (let run = 0; run < EXPORTS; run += 1)
      exports.push((await runOnce(bench.session, { pollMs: POLL_MS })).seconds);
    const mbPerSecond = imported.bytes / MB / imported.seconds;
    const exportMBPerSecond = imported.bytes / MB / median(exports);
    settings.say(`import: ${mbPerSecond.toFixed(1)} MB/s, export ${exportMBPerSecond.toFixed(1)} MB/s`);
    return {
      import: {
        mbPerSecond: rounded(mbPerSecond, 1),
        exportMBPerSecond: rounded(exportMBPerSecond, 1),
        ofExport: rounded(mbPerSecond / exportMBPerSecond),
        records,
      },
    };
  });
}

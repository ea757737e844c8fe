import { join } from 'node:path';
import { withBench } from './bench-service.ts';
import { runOnce } from './one-run.ts';
import type { Settings } from './settings.ts';
import { importPlain, writeRecords } from './plain-import.ts';
import { median, rounded } from './statistics.ts';

const RECORDS = 1_000;
const RUNS = 11;
const POLL_MS = 10;

/** From `POST /export/jobs` until the list of history items says Finished, for a small export. */
export function measureLatency(settings: Settings) {
  return withBench('service', settings.signal, async (bench) => {
    const lines = join(bench.folder, 'records.jsonl');
    await writeRecords(lines, RECORDS);
    await importPlain(bench.session, lines);
    const milliseconds: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const { wallSeconds } = await runOnce(bench.session, { pollMs: POLL_MS });
      milliseconds.push(Math.round(wallSeconds * 1_000));
    }
    settings.say(`latency: ${milliseconds.join(', ')} ms`);
    return { latency: { medianMs: rounded(median(milliseconds), 0), records: RECORDS, milliseconds } };
  });
}

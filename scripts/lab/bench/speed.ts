import { join } from 'node:path';
import { decryptFile } from '../../udm/decrypt-file.ts';
import { downloadFile } from '../../udm/download-file.ts';
import { withBench, type Bench } from './bench-service.ts';
import { runOnce, type TimedRun } from './one-run.ts';
import type { Settings } from './settings.ts';
import { importPlain, writeRecords } from './plain-import.ts';
import { bytesOfFile, exportDatabase, makeDatabase, requirePrograms, requireSameRecords } from './rival.ts';
import { median, ratioOf, rounded, type Round } from './statistics.ts';

const RECORDS = 300_000;
/** Rarely enough that asking does not count beside a run of seconds. */
const POLL_MS = 250;

/** The whole export, service and rival in turns on the same records; the files of the last round are compared. */
export function measureSpeed(settings: Settings) {
  requirePrograms();
  const records = settings.records ?? RECORDS;
  return withBench('service', settings.signal, async (bench) => {
    const database = await prepare(bench, records, settings);
    const certificate = bench.recipient.certificateFile;
    const output = join(bench.folder, 'rival.smime');
    const rounds: (Round & { readonly serviceWallSeconds: number })[] = [];
    let run: TimedRun | null = null;
    for (let round = 1; round <= settings.rounds; round += 1) {
      run = await runOnce(bench.session, { pollMs: POLL_MS });
      const rivalSeconds = rounded(await exportDatabase({ input: database, certificate, output }));
      const serviceWallSeconds = rounded(run.wallSeconds);
      rounds.push({ serviceSeconds: rounded(run.seconds), rivalSeconds, serviceWallSeconds });
      settings.say(
        `speed ${round}: ${run.seconds} s (${serviceWallSeconds} s seen), the rival ${rivalSeconds} s`,
      );
    }
    if (!run) throw new Error('no round was asked for');
    await compare(bench, run, output);
    settings.say('speed: both files hold the same records, byte for byte');
    return {
      speed: {
        wallRatio: rounded(ratioOf(rounds)),
        sizeRatio: rounded(run.sealedBytes / bytesOfFile(output), 4),
        records,
        plainMB: rounded(bytesOfFile(linesOf(bench)) / 1e6, 1),
        seenRatio: rounded(
          median(rounds.map((round) => round.serviceWallSeconds)) /
            median(rounds.map((round) => round.rivalSeconds)),
        ),
        roundRatios: rounds.map((round) => rounded(round.serviceSeconds / round.rivalSeconds)),
        rounds,
      },
    };
  });
}

const linesOf = ({ folder }: Bench): string => join(folder, 'records.jsonl');

/** The same rows for both: imported into the service, and in a SQLite database, whose path is answered. */
async function prepare(bench: Bench, records: number, { say }: Settings): Promise<string> {
  const lines = linesOf(bench);
  await writeRecords(lines, records);
  const imported = await importPlain(bench.session, lines);
  say(`speed: imported ${imported.records} records in ${imported.seconds.toFixed(1)} s`);
  const database = join(bench.folder, 'rival.db');
  await makeDatabase(lines, database);
  return database;
}

/** Throws unless the rival's file, opened by OpenSSL and unzip, holds the very bytes of the service's entry. */
async function compare(bench: Bench, run: TimedRun, rival: string): Promise<void> {
  const { session, folder, recipient } = bench;
  let sealed = '';
  for (const file of run.files) sealed = await downloadFile(session, file, folder);
  const zip = join(folder, 'service.zip');
  await decryptFile({ file: sealed, key: recipient.keyFile, out: zip });
  await requireSameRecords({ rival, key: recipient.keyFile, zip, entry: 'Chat-*.json' });
}

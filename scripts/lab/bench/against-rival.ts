import { join } from 'node:path';
import { decryptFile } from '../../udm/decrypt-file.ts';
import { downloadFile } from '../../udm/download-file.ts';
import { withBench, type Bench } from './bench-service.ts';
import { runOnce, type TimedRun } from './one-run.ts';
import { importPlain } from './plain-import.ts';
import { bytesOfFile, exportDatabase, makeDatabase, requirePrograms, requireSameRecords } from './rival.ts';
import type { Settings } from './settings.ts';
import { shuffleLines } from './shuffle.ts';
import { median, ratioOf, rounded, type Round } from './statistics.ts';
import { untilSettled } from './until-settled.ts';

/** Rarely enough that asking does not count beside a run of seconds. */
const POLL_MS = 250;

/** Records that both sides export: interactions of one entity type, which make one entry of the archive. */
export interface Contest {
  readonly name: string;
  /** Writes the records as JSON Lines, in the order of an export. */
  readonly write: (file: string) => Promise<void>;
  /** Whether the service gets them in another order. */
  readonly isShuffled?: boolean;
  /** The archive's entry, as a pattern of unzip. */
  readonly entry: string;
  /** The one medium that is exported; null: all. */
  readonly medium: string | null;
}

/**
 * The whole export, service and rival in turns on the same records, once the service has compacted them; the files of the last round are
 * compared.
 */
export function measureAgainstRival(
  { name, write, entry, medium, isShuffled = false }: Contest,
  settings: Settings,
) {
  requirePrograms();
  const { rounds: wanted, say } = settings;
  return withBench('service', settings.signal, async (bench) => {
    const lines = join(bench.folder, 'records.jsonl');
    await write(lines);
    const database = join(bench.folder, 'rival.db');
    await makeDatabase(lines, database);
    const coming = isShuffled ? join(bench.folder, 'shuffled.jsonl') : lines;
    if (isShuffled) await shuffleLines(lines, coming);
    const imported = await importPlain(bench.session, coming);
    const settleSeconds = rounded(await untilSettled(bench.folder));
    say(
      `${name}: imported ${imported.records} records in ${imported.seconds.toFixed(1)} s, compacted ${settleSeconds} s later`,
    );
    const certificate = bench.recipient.certificateFile;
    const output = join(bench.folder, 'rival.smime');
    const rounds: (Round & { readonly serviceWallSeconds: number })[] = [];
    let run: TimedRun | null = null;
    for (let round = 1; round <= wanted; round += 1) {
      run = await runOnce(bench.session, { pollMs: POLL_MS, media: medium === null ? [] : [medium] });
      const rivalSeconds = rounded(await exportDatabase({ input: database, certificate, output }, medium));
      const serviceWallSeconds = rounded(run.wallSeconds);
      rounds.push({ serviceSeconds: rounded(run.seconds), rivalSeconds, serviceWallSeconds });
      say(`${name} ${round}: ${run.seconds} s (${serviceWallSeconds} s seen), the rival ${rivalSeconds} s`);
    }
    if (!run) throw new Error('no round was asked for');
    await compare(bench, run, { rival: output, entry });
    say(`${name}: both files hold the same records, byte for byte`);
    return {
      wallRatio: rounded(ratioOf(rounds)),
      sizeRatio: rounded(run.sealedBytes / bytesOfFile(output), 4),
      records: imported.records,
      plainMB: rounded(imported.bytes / 1e6, 1),
      seenRatio: rounded(
        median(rounds.map((round) => round.serviceWallSeconds)) /
          median(rounds.map((round) => round.rivalSeconds)),
      ),
      roundRatios: rounds.map((round) => rounded(round.serviceSeconds / round.rivalSeconds)),
      rounds,
      importSeconds: rounded(imported.seconds),
      settleSeconds,
    };
  });
}

/** Throws unless the rival's file, opened by OpenSSL and unzip, holds the very bytes of the service's entry. */
async function compare(
  { session, folder, recipient }: Bench,
  run: TimedRun,
  { rival, entry }: { readonly rival: string; readonly entry: string },
): Promise<void> {
  let sealed = '';
  for (const file of run.files) sealed = await downloadFile(session, file, folder);
  const zip = join(folder, 'service.zip');
  await decryptFile({ file: sealed, key: recipient.keyFile, out: zip });
  await requireSameRecords({ rival, key: recipient.keyFile, zip, entry });
}

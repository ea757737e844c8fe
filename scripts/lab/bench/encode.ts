import { X509Certificate } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CommandError } from '../../cli/command.ts';
import { withBench, type Bench } from './bench-service.ts';
import type { Settings } from './settings.ts';
import { benchBytes } from './records.ts';
import { bytesOfFile, requirePrograms, sealFile } from './rival.ts';
import { ratioOf, rounded, type Round } from './statistics.ts';

/** Distinct records that the Worker holds; it goes over them again and again. Deflate looks back 32 KiB at most. */
const SAMPLE_RECORDS = 12_000;
const RECORDS = 90_000;

const encoded = z.object({ plain: z.number(), sealed: z.number() });
type Encoded = z.infer<typeof encoded>;

/**
 * The engine alone: records from memory to sealed bytes that go nowhere, in workerd, against zip and openssl fed from a file of
 * the same bytes. Timed from outside, because the clock of workerd stands still while it computes.
 */
export function measureEncoding(settings: Settings) {
  requirePrograms();
  const records = settings.records ?? RECORDS;
  return withBench('encoder', settings.signal, async (bench) => {
    const sample = Math.min(records, SAMPLE_RECORDS);
    const passes = Math.max(1, Math.round(records / sample));
    const texts = Buffer.concat([...benchBytes(sample)]);
    await post(bench, '/bench/load', texts);
    const input = join(bench.folder, 'records.jsonl');
    await writeRepeated(input, texts, passes);
    const { certificateFile: certificate } = bench.recipient;
    const measured = await encodeOnce(bench, passes);
    const output = join(bench.folder, 'rival.smime');
    await sealFile({ input, certificate, output });
    const rounds: Round[] = [];
    for (let round = 1; round <= settings.rounds; round += 1) {
      const service = await encodeOnce(bench, passes);
      const rivalSeconds = await sealFile({ input, certificate, output: '/dev/null' });
      rounds.push({ serviceSeconds: rounded(service.seconds), rivalSeconds: rounded(rivalSeconds) });
      settings.say(
        `encode ${round}: ${service.seconds.toFixed(2)} s, the rival ${rivalSeconds.toFixed(2)} s`,
      );
    }
    return {
      speed: {
        encodeRatio: rounded(ratioOf(rounds)),
        encodeSizeRatio: rounded(measured.sealed / bytesOfFile(output), 4),
        encodedMB: rounded(measured.plain / 1e6, 1),
        encodeRounds: rounds,
      },
    };
  });
}

async function encodeOnce(bench: Bench, passes: number): Promise<Encoded & { readonly seconds: number }> {
  const certificate = new X509Certificate(readFileSync(bench.recipient.certificateFile)).raw;
  const start = performance.now();
  const answer = await post(bench, `/bench/encode?passes=${passes}`, certificate);
  return { ...encoded.parse(answer), seconds: (performance.now() - start) / 1_000 };
}

async function post({ url, signal }: Bench, path: string, body: Buffer): Promise<unknown> {
  const answer = await fetch(`${url}${path}`, { method: 'POST', body: new Uint8Array(body), signal });
  if (!answer.ok) throw new CommandError(`${path} was answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

async function writeRepeated(file: string, texts: Buffer, passes: number): Promise<void> {
  const out = createWriteStream(file);
  for (let pass = 0; pass < passes; pass += 1) {
    if (!out.write(texts)) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  }
  await new Promise<void>((resolve, reject) => {
    out.once('error', reject);
    out.end(() => resolve());
  });
}

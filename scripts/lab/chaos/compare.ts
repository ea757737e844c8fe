import { createReadStream } from 'node:fs';
import { crc32, createInflateRaw } from 'node:zlib';
import { digestOf, idOfLine, type Expected, type ExpectedEntry } from './expected.ts';
import { linesOf } from './lines.ts';
import type { ZipFile } from './zip-reader.ts';

/** Entries that hold no records. */
const NO_DATA: ReadonlySet<string> = new Set(['manifest.json', 'deleted.json']);

/** What is wrong with an archive, one sentence each; none when it holds every record once, byte for byte, in order. */
export async function compareArchive(
  joined: string,
  files: readonly ZipFile[],
  expected: Expected,
): Promise<string[]> {
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    const stem = file.name.replace(/-\d+\.json$/, '');
    const entry = expected.get(stem);
    if (entry) {
      if (seen.has(stem)) wrong.push(`${file.name} is there twice`);
      seen.add(stem);
      wrong.push(...(await compareEntry(joined, file, { stem, entry })));
    } else if (!file.name.startsWith('schema/') && !NO_DATA.has(file.name)) {
      wrong.push(`${file.name} should not be there`);
    }
  }
  if (!files.some(({ name }) => name === 'manifest.json')) wrong.push('manifest.json is missing');
  for (const stem of expected.keys()) if (!seen.has(stem)) wrong.push(`no entry ${stem}`);
  return wrong;
}

async function compareEntry(
  joined: string,
  file: ZipFile,
  { stem, entry: expected }: { stem: string; entry: ExpectedEntry },
): Promise<string[]> {
  const faults = { changed: 0, unknown: 0, doubled: 0, disordered: 0 };
  const seen = new Set<string>();
  let [crc, bytes, last] = [0, 0, ''];
  const measured = async function* () {
    const range = { start: file.at, end: file.at + file.compressed - 1 };
    const inflated = createReadStream(joined, range).pipe(createInflateRaw());
    for await (const chunk of inflated as AsyncIterable<Buffer>) {
      crc = crc32(chunk, crc);
      bytes += chunk.length;
      yield chunk;
    }
  };
  for await (const line of linesOf(measured())) {
    const id = idOfLine(stem, line);
    const wanted = expected.get(id);
    if (!wanted) faults.unknown += 1;
    else if (digestOf(line) !== wanted.digest) faults.changed += 1;
    if (seen.has(id)) faults.doubled += 1;
    seen.add(id);
    if (wanted && wanted.order <= last) faults.disordered += 1;
    last = wanted?.order ?? last;
  }
  const missing = [...expected.keys()].filter((id) => !seen.has(id)).length;
  const counts = Object.entries({ ...faults, missing }).filter(([, count]) => count > 0);
  const wrong = counts.map(([what, count]) => `${file.name}: ${count} records ${what}`);
  if (crc !== file.crc || bytes !== file.bytes) wrong.push(`${file.name}: its CRC-32 or size is wrong`);
  return wrong;
}

import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';

const LF = 0x0a;
/** A prime: with steps of it every line comes once, and each some seconds of the history away from the one before. */
const STEP = 104_729;

/** Writes the lines of a file in another order, in which every few thousand of them come from all of it. Holds the file. */
export async function shuffleLines(from: string, to: string): Promise<void> {
  const bytes = readFileSync(from);
  const ends: number[] = [];
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) ends.push(at + 1);
  const file = await open(to, 'w');
  try {
    for (let count = 0, at = 0; count < ends.length; count += 1, at = (at + STEP) % ends.length)
      await file.write(bytes.subarray(at === 0 ? 0 : ends[at - 1], ends[at]));
  } finally {
    await file.close();
  }
}

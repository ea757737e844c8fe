import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 500;
/** Compaction begins within a minute after the last import, and has written something soon after. */
const BEGUN_MS = 90_000;
/** Nothing is put into R2 for so long once it is done. */
const QUIET_MS = 20_000;

/** Waits until a service has compacted what came: it puts nothing into its local R2 any more. Answers after how many seconds it last did. */
export async function untilSettled(folder: string): Promise<number> {
  const begun = performance.now();
  let [seen, changed] = [blobsIn(folder), begun];
  const waits = () => performance.now() - changed < (changed === begun ? BEGUN_MS : QUIET_MS);
  while (waits()) {
    await sleep(LOOK_MS);
    const now = blobsIn(folder);
    if (now !== seen) [seen, changed] = [now, performance.now()];
  }
  return (changed - begun) / 1_000;
}

const blobsIn = (folder: string): number =>
  readdirSync(join(folder, 'state'), { recursive: true }).filter((name) =>
    /[\\/]r2[\\/].*[\\/]blobs[\\/]/.test(String(name)),
  ).length;

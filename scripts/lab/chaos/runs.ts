import { closeSync, createReadStream, createWriteStream, openSync, readSync, statSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { DataType } from '../../../src/model/records.ts';
import { openSealedFile } from '../../../src/client/open/open-sealed-file.ts';
import { downloadFile } from '../../udm/download-file.ts';
import { listFiles, submitExport } from '../../udm/run-export.ts';
import type { Session } from '../../../src/client/session.ts';
import { compareArchive } from './compare.ts';
import type { Expected } from './expected.ts';
import { zipFiles, type ZipFile } from './zip-reader.ts';

const historyPage = z.object({ items: z.array(z.object({ id: z.number() })) });
const progressAnswer = z.object({
  status: z.string(),
  recordsExported: z.number(),
  recordsTotal: z.number(),
  bytesWritten: z.number(),
});

/** A run as it was last seen. */
export interface WatchedRun {
  readonly id: number;
  readonly type: DataType;
  status: string;
  /** Grows with every step that `GET …/progress` shows. */
  steps: string;
  records: number;
  total: number;
}

export const isUnderWay = (run: { readonly status: string }): boolean =>
  ['Queued', 'In Progress'].includes(run.status);

/** Submits a job for everything of a type that runs at once, and finds its run. */
export async function submitRun(session: Session, type: DataType): Promise<WatchedRun> {
  const jobId = await submitExport(session, { type, title: `Every ${type}`, media: [], attachments: true });
  for (;;) {
    const page = await session.get(`/export/history?jobId=${jobId}&size=1`, historyPage);
    const id = page?.items[0]?.id;
    if (id !== undefined) return { id, type, status: 'Queued', steps: 'Queued 0 0', records: 0, total: 0 };
    await sleep(100);
  }
}

/** Asks how far the runs are that had not ended; answers those that moved since they were asked last. */
export async function look(session: Session, runs: readonly WatchedRun[]): Promise<readonly WatchedRun[]> {
  const moved: WatchedRun[] = [];
  for (const run of runs.filter(isUnderWay)) {
    const seen = await session.get(`/export/history/${run.id}/progress`, progressAnswer);
    if (!seen) throw new Error(`run ${run.id} has no progress`);
    const steps = `${seen.status} ${seen.recordsExported} ${seen.bytesWritten}`;
    if (steps !== run.steps) moved.push(run);
    Object.assign(run, {
      status: seen.status,
      steps,
      records: seen.recordsExported,
      total: seen.recordsTotal,
    });
  }
  return moved;
}

/** Fetches and opens a finished run's volumes and compares every record; answers what is wrong. */
export async function checkRun(
  session: Session,
  run: WatchedRun,
  check: { expected: Expected; folder: string; keyFile: string },
): Promise<string[]> {
  if (run.status !== 'Finished') return [`run ${run.id} ended as ${run.status}`];
  const files = (await listFiles(session, { historyId: run.id })).toSorted(
    (a, b) => volumeOf(a.name) - volumeOf(b.name),
  );
  const joined = join(check.folder, `run-${run.id}.zip`);
  await rm(joined, { force: true });
  const starts: number[] = [];
  const key = await readFile(check.keyFile, 'utf8');
  for (const [index, file] of files.entries()) {
    starts.push(index === 0 ? 0 : (await stat(joined)).size);
    const sealed = await downloadFile(session, file, check.folder);
    await pipeline(openSealedFile(createReadStream(sealed), key), createWriteStream(joined, { flags: 'a' }));
    await rm(sealed);
  }
  const wrong = await compareArchive(joined, filesOf(joined, starts), check.expected);
  await rm(joined);
  return wrong.map((what) => `run ${run.id}: ${what}`);
}

function filesOf(joined: string, starts: readonly number[]): readonly ZipFile[] {
  const handle = openSync(joined, 'r');
  const read = (at: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    if (readSync(handle, bytes, 0, length, at) !== length) throw new Error('the archive ends early');
    return bytes;
  };
  try {
    return zipFiles({ size: statSync(joined).size, starts, read });
  } finally {
    closeSync(handle);
  }
}

/** `….z01.smime` is the first volume, `….zip.smime` the last. */
const volumeOf = (name: string): number =>
  Number(/\.z(\d+)\.smime$/.exec(name)?.[1] ?? Number.MAX_SAFE_INTEGER);

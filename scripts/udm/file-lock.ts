import { closeSync, mkdirSync, openSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';

/** A lock that nobody touched for so long belongs to a process that died. */
const STALE_MS = 30_000;
const TOUCH_MS = 5_000;
const AGAIN_MS = 50;

/**
 * Does something that only one process may do at a time, told by a file beside `file`. The others wait; a lock that a dead process left is
 * taken after half a minute.
 */
export async function whileLocked<T>(file: string, act: () => Promise<T>): Promise<T> {
  const lock = `${file}.lock`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  while (!taken(lock)) {
    if (isStale(lock)) rmSync(lock, { force: true });
    else await later(AGAIN_MS);
  }
  const touching = setInterval(touch, TOUCH_MS, lock);
  try {
    return await act();
  } finally {
    clearInterval(touching);
    rmSync(lock, { force: true });
  }
}

/** Made anew or not at all: of two processes one gets true. */
function taken(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx', 0o600));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function touch(lock: string): void {
  try {
    utimesSync(lock, new Date(), new Date());
  } catch {
    // Taken by another process that held this one for dead, after half a minute of standing still.
  }
}

function isStale(lock: string): boolean {
  const stats = statSync(lock, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > STALE_MS;
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

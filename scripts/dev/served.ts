import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const served = z.object({ url: z.string(), pid: z.int().positive() });

const fileOf = (persistTo: string): string => join(persistTo, 'service.json');

/** Notes that this process serves a folder. */
export function noteServed(persistTo: string, url: string): void {
  writeFileSync(fileOf(persistTo), `${JSON.stringify({ url, pid: process.pid })}\n`);
}

export function forgetServed(persistTo: string): void {
  rmSync(fileOf(persistTo), { force: true });
}

/** The address of the service that serves a folder, or null when none does; what a killed one left is no answer. */
export function servedAt(persistTo: string): string | null {
  const file = fileOf(persistTo);
  if (!existsSync(file)) return null;
  try {
    const { url, pid } = served.parse(JSON.parse(readFileSync(file, 'utf8')));
    process.kill(pid, 0);
    return url;
  } catch {
    return null;
  }
}

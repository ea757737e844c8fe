import { fail, ok, type Result } from './failures.ts';

const UNITS = { '': 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 } as const;
const MIN_BYTES = 64 * 1024;
const MAX_BYTES = 512 * 1024 ** 2;

/** More volumes than this are refused at planning. */
export const MAX_VOLUMES = 10_000;

/** Bytes of a volume before sealing, or null for none: what `fileSplitSize` says; KB, MB and GB are binary. `field` names the offender. */
export function parseSplitSize(text: string | undefined, field: string): Result<number | null> {
  const trimmed = (text ?? '').trim();
  if (trimmed === '') return ok(null);
  const match = /^(\d{1,12}(?:\.\d{1,6})?)\s*(KB|MB|GB)?$/i.exec(trimmed);
  if (!match) return fail('not-a-size', field);
  // The pattern lets nothing else through.
  const unit = (match[2] ?? '').toUpperCase() as keyof typeof UNITS;
  const bytes = Math.floor(Number(match[1]) * UNITS[unit]);
  if (bytes < MIN_BYTES || bytes > MAX_BYTES) {
    const range = { min: `${MIN_BYTES / UNITS.KB}KB`, max: `${MAX_BYTES / UNITS.MB}MB` };
    return fail('size-out-of-range', field, range);
  }
  return ok(bytes);
}

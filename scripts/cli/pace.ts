import { byteSize } from './byte-size.ts';

/** A pace is told once this much time has gone by: before, it is chance. */
const SETTLED_MS = 1_000;
/** What came within this time makes the pace, so that a pause at the beginning is forgotten. */
const WINDOW_MS = 15_000;

/** Says of bytes on their way how many there are, how fast, and how long it will take. */
export interface Pace {
  /** The note of a moment, behind a percentage: `of 40.1 MiB, 5.2 MiB/s, 6 s left`. `now` in milliseconds. */
  note(bytes: number, now: number): string;
}

/** The pace of `total` bytes. What is there at the first call (of a download that is taken up, say) took no time. */
export function pace(total: number): Pace {
  let seen: { at: number; bytes: number }[] = [];
  return {
    note(bytes, now) {
      seen.push({ at: now, bytes });
      seen = seen.filter(({ at }, index) => at >= now - WINDOW_MS || index === seen.length - 1);
      const [first] = seen;
      const amount = `of ${byteSize(total)}`;
      const elapsed = now - (first?.at ?? now);
      const moved = bytes - (first?.bytes ?? bytes);
      if (elapsed < SETTLED_MS || moved <= 0) return amount;
      const perSecond = (moved / elapsed) * 1000;
      const left = bytes >= total ? '' : `, ${duration((total - bytes) / perSecond)} left`;
      return `${amount}, ${byteSize(Math.round(perSecond))}/s${left}`;
    },
  };
}

/** Seconds for people: `45 s`, `12 min`, `3 h 20 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole < 100) return `${whole} s`;
  const minutes = Math.ceil(whole / 60);
  if (minutes < 100) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

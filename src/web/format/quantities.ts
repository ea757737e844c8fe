/** Numbers as people read them in a language: counts, sizes, durations. */
export interface Quantities {
  readonly number: (value: number) => string;
  /** `94.8 MB`: three digits, 1,024 to the next unit, as the split size counts. */
  readonly size: (bytes: number) => string;
  /** `99,414,145 B`. */
  readonly bytes: (bytes: number) => string;
  /** `3 min 12 s`: the two largest units. */
  readonly duration: (ms: number) => string;
  /** US dollars to the cent, `$11.53`; of less than one, as many digits as tell something. */
  readonly dollars: (amount: number) => string;
}

const LOCALES = { en: 'en-GB', de: 'de-DE' } as const;
const CENT = 0.01;
const SIZES = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;
const DURATIONS = { en: ['d', 'h', 'min', 's'], de: ['T', 'h', 'min', 's'] } as const;
const SECONDS = [86_400, 3_600, 60, 1] as const;

/** The formats of a language. */
export function quantitiesOf(language: keyof typeof LOCALES): Quantities {
  const whole = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 0 });
  const three = new Intl.NumberFormat(LOCALES[language], { maximumSignificantDigits: 3 });
  const money = new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency: 'USD',
  });
  const tiny = new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency: 'USD',
    maximumSignificantDigits: 2,
  });
  return {
    number: (value) => whole.format(value),
    size: (bytes) => {
      const power = Math.min(SIZES.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
      const value = bytes / 1024 ** power;
      return `${(value >= 1000 ? whole : three).format(value)} ${SIZES[power] ?? ''}`;
    },
    bytes: (bytes) => `${whole.format(bytes)} B`,
    dollars: (amount) => (amount > 0 && amount < CENT ? tiny : money).format(amount),
    duration: (ms) => durationText(ms, DURATIONS[language], whole),
  };
}

function durationText(ms: number, units: readonly string[], whole: Intl.NumberFormat): string {
  let rest = Math.max(0, Math.round(ms / 1000));
  const parts = SECONDS.map((seconds) => {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    return count;
  });
  const first = parts.findIndex((count) => count > 0);
  if (first === -1) return `0 ${units.at(-1) ?? ''}`;
  return parts
    .map((count, index) =>
      count > 0 && index < first + 2 ? `${whole.format(count)} ${units[index] ?? ''}` : '',
    )
    .filter(Boolean)
    .join(' ');
}

/** A long name with its middle left out: what it begins with, and its end, which tells files apart. */
export function cutMiddle(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = Math.max(4, Math.floor((most - 1) * 0.6));
  return `${text.slice(0, Math.max(1, most - 1 - end))}…${text.slice(-end)}`;
}

/** What is left of a run, ms, at the pace that it had so far; null before there is a pace. */
export function remaining(startedAt: number | null, progress: number, now: number): number | null {
  if (startedAt === null || progress <= 0 || progress >= 100) return null;
  return ((now - startedAt) * (100 - progress)) / progress;
}

import type { Random } from '../../../generate/random.ts';
import { DAYS, FIRST_DAY } from '../records/model.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** The body of a job, drawn by lot. */
export interface DrawnJob {
  readonly body: {
    readonly title: string;
    readonly type: string;
    readonly schedulerParam: Readonly<Record<string, unknown>>;
    readonly [more: string]: unknown;
  };
  readonly recurring: boolean;
  readonly atOnce: boolean;
}

export function drawJob(random: Random, title: string, now: number): DrawnJob {
  const dataSync = random.next() < 0.35;
  const recurring = random.next() < (dataSync ? 0.7 : 0.35);
  const atOnce = recurring ? random.next() < 0.7 : random.next() < 0.8;
  const type = random.next() < 0.75 ? 'Interaction' : 'Contact';
  const body = {
    source: 'UCS',
    type: dataSync ? 'DataSync' : 'UCS',
    title,
    description: '',
    timeFrame: dataSync ? { all: true } : timeFrame(random, recurring),
    schedulerParam: scheduler(random, { recurring, atOnce, now }),
    jobParams: {
      type,
      media: type === 'Interaction' && random.next() < 0.2 ? ['email', 'chat'] : [],
      exportAttachments: random.next() < 0.8,
      ...(random.next() < 0.5 ? { fileSplitSize: random.pick(['64KB', '3KB', '2KB', '1KB']) } : {}),
    },
    suspended: false,
  };
  return { body, recurring, atOnce };
}

function timeFrame(random: Random, recurring: boolean): object {
  const lot = random.next();
  if (lot < 0.6) return { all: true };
  if (recurring && lot < 0.7) return { last: 'P3Y' };
  const from = FIRST_DAY + random.integer(0, DAYS - 1) * 43_200_000;
  return { dateFrom: iso(from), dateTo: iso(from + random.integer(1, DAYS) * 43_200_000) };
}

function scheduler(
  random: Random,
  { recurring, atOnce, now }: { recurring: boolean; atOnce: boolean; now: number },
): Readonly<Record<string, unknown>> {
  if (!recurring)
    return atOnce ? { immediately: true } : { startDate: iso(now + random.integer(20_000, 400_000)) };
  const times = random.pick([{ cron: '*/5 * * * *' }, { cron: '*/4 * * * *' }, { runs: 'hourly' }]);
  return { ...times, immediately: atOnce };
}

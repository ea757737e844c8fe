import { join } from 'node:path';
import { openIsolate } from '../memory/isolate.ts';
import { sampleDuring } from '../memory/samples.ts';
import { withBench, type Bench } from './bench-service.ts';
import { workerdCpuMs } from './cpu-time.ts';
import { runOnce } from './one-run.ts';
import { importPlain, writeRecords } from './plain-import.ts';
import type { Settings } from './settings.ts';
import { median, rounded } from './statistics.ts';

const RECORDS = 75_000;
const TIMES = 4;
const POLL_MS = 250;
const MB = 1e6;

interface Timed {
  readonly seconds: number;
  /** CPU of workerd: what is left of a comparison on a machine that does other work, too. */
  readonly cpuSeconds: number;
}

/**
 * Time and memory of N records and of 4 N. Each has a service of its own that holds nothing else; both are up all the time and
 * run in turns. The inspector is asked during one more run of each.
 */
export function measureGrowth(settings: Settings) {
  const n = settings.records ?? RECORDS;
  return withBench('service', settings.signal, async (few) => {
    await fill(few, n);
    return withBench('service', settings.signal, async (many) => {
      await fill(many, n * TIMES);
      const times: { readonly few: Timed; readonly many: Timed }[] = [];
      for (let round = 1; round <= settings.rounds; round += 1) {
        const timed = { few: await timedRun(few), many: await timedRun(many) };
        times.push(timed);
        settings.say(
          `growth ${round}: ${n} in ${timed.few.seconds} s, ${n * TIMES} in ${timed.many.seconds} s`,
        );
      }
      const medianOf = (of: (each: (typeof times)[number]) => number) => rounded(median(times.map(of)));
      const small = { records: n, seconds: medianOf((each) => each.few.seconds), peakMB: await peakMB(few) };
      const large = {
        records: n * TIMES,
        seconds: medianOf((each) => each.many.seconds),
        peakMB: await peakMB(many),
      };
      return {
        growth: {
          timeRatio: rounded(large.seconds / small.seconds),
          cpuRatio: rounded(medianOf((each) => each.many.cpuSeconds / Math.max(0.01, each.few.cpuSeconds))),
          memoryRatio: rounded(large.peakMB / small.peakMB),
          small,
          large,
          rounds: times,
        },
        memory: { isolatePeakMB: Math.max(small.peakMB, large.peakMB) },
      };
    });
  });
}

async function fill({ folder, session }: Bench, records: number): Promise<void> {
  const lines = join(folder, 'records.jsonl');
  await writeRecords(lines, records);
  await importPlain(session, lines);
}

async function timedRun({ session }: Bench): Promise<Timed> {
  const before = workerdCpuMs();
  const { seconds } = await runOnce(session, { pollMs: POLL_MS });
  return { seconds, cpuSeconds: rounded((workerdCpuMs() - before) / 1_000) };
}

/** What the isolate held at most while it exported; what the import left as garbage is collected before. */
async function peakMB({ session, inspectorPort }: Bench): Promise<number> {
  const isolate = await openIsolate(inspectorPort);
  try {
    await isolate.collectGarbage();
    const { peak } = await sampleDuring(isolate, async () => {
      await runOnce(session, { pollMs: POLL_MS });
    });
    return rounded(peak / MB, 1);
  } finally {
    isolate.close();
  }
}

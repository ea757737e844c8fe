import type { Isolate } from './isolate.ts';

const INTERVAL_MS = 50;

/** Peak and medians of what was sampled during one piece of work, in bytes. */
export interface MemoryUse {
  readonly samples: number;
  readonly peak: number;
  readonly firstQuarter: number;
  readonly lastQuarter: number;
}

/** Samples the isolate while `work` runs. */
export async function sampleDuring(isolate: Isolate, work: () => Promise<void>): Promise<MemoryUse> {
  // One number a sample: some thousand for a run of minutes.
  const samples: number[] = [await isolate.used()];
  const timer = setInterval(() => {
    void isolate.used().then((used) => samples.push(used));
  }, INTERVAL_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return summarize(samples);
}

/** Peak of all samples, and the medians of the first and the last quarter in order of time. */
export function summarize(samples: readonly number[]): MemoryUse {
  const quarter = Math.ceil(samples.length / 4);
  return {
    samples: samples.length,
    peak: samples.reduce((most, used) => Math.max(most, used), 0),
    firstQuarter: median(samples.slice(0, quarter)),
    lastQuarter: median(samples.slice(-quarter)),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

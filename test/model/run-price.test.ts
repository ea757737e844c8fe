import { describe, expect, it } from 'vitest';
import { PRICES, PRICES_DATE } from '../../src/model/prices.ts';
import { runEstimate, type PastRun } from '../../src/model/run-price.ts';

const GB = 1e9;
const MILLION = { records: 1e6, bytes: 1.35 * GB, volumes: 2, counted: false };
const past = (change: Partial<PastRun> = {}): PastRun => ({
  bytes: GB,
  sealedBytes: 0.41 * GB,
  seconds: 60,
  ...change,
});

describe('what a run takes', () => {
  it('is told by the pace of the largest that the center has finished, never below the quickest', () => {
    expect(runEstimate(MILLION, [past()], true).minutes).toBe(1.4);
    const tiny = past({ bytes: 1_000, seconds: 3 });
    expect(runEstimate(MILLION, [tiny, past(), tiny], true).minutes).toBe(1.4);
    expect(runEstimate({ ...MILLION, bytes: 10 }, [tiny, past()], true).minutes).toBe(0.1);
  });

  it('is not known before there is one; its price is then the most that it could be', () => {
    const first = runEstimate(MILLION, [], true);
    expect(first).toMatchObject({ minutes: null, exact: false, pricesOf: PRICES_DATE });
    const later = runEstimate(MILLION, [past()], true);
    expect(later.exact).toBe(true);
    expect(first.dollars).toBeGreaterThan(later.dollars);
    expect(runEstimate(MILLION, [past()], false).exact).toBe(false);
  });
});

describe('what a run costs', () => {
  it('is what the bench counted of a million records, and the keeping of their files for a month', () => {
    const kept = 1.35 * 0.41 * PRICES.r2StorageGB.dollars;
    const { dollars } = runEstimate(MILLION, [past()], true);
    expect(dollars - kept).toBeGreaterThan(0.0037);
    expect(dollars - kept).toBeLessThan(0.0045);
  });

  it('grows with records, bytes and volumes, and by the counting of changes', () => {
    const of = (change: Partial<typeof MILLION>) =>
      runEstimate({ ...MILLION, ...change }, [past()], true).dollars;
    for (const change of [{ records: 2e6 }, { bytes: 2 * GB }, { volumes: 50 }, { counted: true }])
      expect(of(change)).toBeGreaterThan(of({}));
    expect(of({ counted: true }) - of({})).toBeCloseTo(0.001, 6);
    expect(of({ records: 0, bytes: 0, volumes: 1 })).toBeLessThan(0.0002);
  });
});

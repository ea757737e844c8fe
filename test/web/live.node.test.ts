import { describe, expect, it } from 'vitest';
import { PageRefusal } from '../../src/client/page-session.ts';
import { askedAgainIn, stir, type LiveRow } from '../../src/web/service/live.ts';

const NOW = Date.parse('2026-11-25T12:00:00.000Z');
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();
const row = (change: Partial<LiveRow> = {}): LiveRow => ({ id: 1, status: 'Finished', ...change });
interface More {
  readonly error?: unknown;
  readonly hidden?: boolean;
}
const again = (rows: readonly LiveRow[], { error = null, hidden = false }: More = {}) =>
  askedAgainIn({ rows, error, hidden }, NOW);

describe('a page asks again', () => {
  it('not at all where nothing moves and nothing is due', () => {
    expect(again([])).toBe(false);
    expect(again([row(), row({ status: 'Failed', nextStartsAt: '' })])).toBe(false);
    expect(again([row({ status: 'Suspended', suspended: true, nextStartsAt: at(60) })])).toBe(false);
  });

  it('often while a row moves or is delivered, and seldom while nobody looks', () => {
    for (const status of ['Queued', 'In Progress']) {
      expect(again([row(), row({ status })])).toBe(2_000);
      expect(again([row({ status })], { hidden: true })).toBe(30_000);
    }
    expect(again([row({ delivery: { state: 'delivering', code: '', nextTryAt: '' } })])).toBe(2_000);
  });

  it('when the next run is due, or a delivery is tried again', () => {
    const due = [3_600, 60].map((seconds) => row({ status: 'Scheduled', nextStartsAt: at(seconds) }));
    expect(again(due)).toBe(62_000);
    const delivery = { state: 'waiting', code: 'delivery-away', nextTryAt: at(600) };
    expect(again([row({ delivery })])).toBe(602_000);
    // A browser's timer holds no month.
    expect(again([row({ nextStartsAt: at(60 * 86_400) })])).toBe(86_400_000);
  });

  it('until a run that is due has begun, less often once it was missed', () => {
    expect(again([row({ nextStartsAt: at(-5) })])).toBe(5_000);
    expect(again([row({ nextStartsAt: at(-5) })], { hidden: true })).toBe(60_000);
    expect(again([row({ nextStartsAt: at(-600) })])).toBe(60_000);
  });

  it('where nothing answered, but not what was refused', () => {
    expect(again([], { error: new TypeError('Failed to fetch') })).toBe(10_000);
    const refused = (status: number) => new PageRefusal(new Response(null, { status }), {});
    expect(again([], { error: refused(503) })).toBe(10_000);
    expect(again([], { error: refused(403) })).toBe(false);
  });
});

it('tells others when a row begins or ceases to move, and of a run that came and went', () => {
  const before = stir([row({ status: 'In Progress', latestHistoryId: 3 })]);
  expect(stir([row({ status: 'Finished', latestHistoryId: 3 })])).not.toBe(before);
  expect(stir([row({ status: 'Queued', latestHistoryId: 3 })])).toBe(before);
  expect(stir([row({ status: 'In Progress', latestHistoryId: 4 })])).not.toBe(before);
});

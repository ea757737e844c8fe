import { describe, expect, it } from 'vitest';
import { selectionFilter } from '../../src/web/address/selection-filter.ts';
import type { components } from '../../src/client/api.d.ts';
import { fileSets, setSize } from '../../src/web/pages/artifacts/file-sets.ts';
import { timelineOf } from '../../src/web/pages/run/timeline-of.ts';

const file = (historyId: number, volume: number, size = 10): components['schemas']['FileMetadata'] => ({
  name: `export-${historyId}.${volume}`,
  jobTitle: 'Everything',
  type: 'Interaction',
  source: 'UCS',
  size,
  uploadDate: '2026-11-20T12:00:00.000Z',
  expiryDate: '2026-12-20T12:00:00.000Z',
  remainingDays: 24,
  historyId,
  jobId: 1,
  sha256: '00',
  volume,
  certificates: [],
});

describe('a list of files', () => {
  it('has the volumes of a run as one row, led by the last, where the first of them stood', () => {
    const { items, count } = fileSets({
      items: [file(3, 1), file(2, 3), file(1, 1), file(2, 2, 5), file(2, 10)],
      count: 90,
    });
    expect(count).toBe(90);
    expect(
      items.map(({ lead, files }) => [lead.historyId, lead.volume, files.map(({ volume }) => volume)]),
    ).toEqual([
      [3, 1, [1]],
      [2, 10, [2, 3, 10]],
      [1, 1, [1]],
    ]);
    expect(items.map(setSize)).toEqual([10, 25, 10]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(3);
  });
});

describe('the filters of a selection', () => {
  it('are those of the address, with ids as numbers and flags as flags', () => {
    expect(selectionFilter({ jobId: '17', suspend: 'false', title: '18', historyId: '4' })).toEqual({
      jobId: 17,
      suspend: false,
      title: '18',
      historyId: 4,
    });
  });
});

describe('the timeline of a run', () => {
  it('tells slices that follow each other by the last of them', () => {
    const at = '2026-11-20T12:00:00.000Z';
    const event = (what: 'started' | 'slice' | 'stumbled' | 'finished', slice?: number) => ({
      at,
      what,
      message: '',
      ...(slice === undefined ? {} : { slice }),
    });
    const events = [
      event('started'),
      event('slice', 1),
      event('slice', 2),
      event('stumbled', 3),
      event('slice', 3),
      event('finished'),
    ];
    expect(timelineOf(events).map(({ what, slice }) => [what, slice])).toEqual([
      ['started', undefined],
      ['slice', 2],
      ['stumbled', 3],
      ['slice', 3],
      ['finished', undefined],
    ]);
  });
});

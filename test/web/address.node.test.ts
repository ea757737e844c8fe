import { describe, expect, it } from 'vitest';
import {
  formatListState,
  nextOrder,
  parseListState,
  queryOf,
  rowsShown,
  withFilter,
} from '../../src/web/address/list-state.ts';
import { fc } from '../support/property.ts';

const FORM = { orders: ['title', 'status'], filters: ['title', 'status', 'jobId'] };
const NOTHING = { page: 1, size: 50, order: null, filters: {} };

describe("a list's state in the address", () => {
  it.each([
    ['', NOTHING],
    ['page=3&size=100', { ...NOTHING, page: 3, size: 100 }],
    ['sort=-title', { ...NOTHING, order: { field: 'title', descending: true } }],
    [
      'sort=status&status=FAILED',
      { ...NOTHING, order: { field: 'status', descending: false }, filters: { status: 'FAILED' } },
    ],
    ['page=-1&size=7&sort=other&strange=1&title=%20', NOTHING],
    ['page=1e9', { ...NOTHING, page: 1e9 }],
  ])('reads %j', (search, state) => {
    expect(parseListState(search, FORM)).toEqual(state);
  });

  it('comes back as it went', () => {
    const state = fc.record({
      page: fc.integer({ min: 1, max: 10_000 }),
      size: fc.constantFrom(25, 50, 100),
      order: fc.option(fc.record({ field: fc.constantFrom(...FORM.orders), descending: fc.boolean() })),
      filters: fc.dictionary(
        fc.constantFrom(...FORM.filters),
        fc.string({ minLength: 1 }).map((text) => text.trim() || 'x'),
      ),
    });
    fc.assert(
      fc.property(state, (given) => {
        expect(parseListState(formatListState(given), FORM)).toEqual({
          ...given,
          filters: { ...given.filters },
        });
      }),
    );
  });

  it('sorts up, down, and not at all by clicks on one header', () => {
    const up = nextOrder(null, 'title');
    expect(up).toEqual({ field: 'title', descending: false });
    expect(nextOrder(up, 'title')).toEqual({ field: 'title', descending: true });
    expect(nextOrder(nextOrder(up, 'title'), 'title')).toBeNull();
    expect(nextOrder(up, 'status')).toEqual({ field: 'status', descending: false });
  });

  it('begins at its first page when a filter changes', () => {
    const filtered = withFilter({ ...NOTHING, page: 4 }, 'status', 'FAILED');
    expect(filtered).toEqual({ ...NOTHING, filters: { status: 'FAILED' } });
    expect(withFilter(filtered, 'status', null)).toEqual(NOTHING);
  });

  it('asks for its rows, and says which they are', () => {
    const state = { page: 3, size: 25, order: { field: 'title', descending: true }, filters: { jobId: '4' } };
    expect(queryOf(state)).toEqual({ from: 50, size: 25, orderField: 'title', descAsc: true, jobId: '4' });
    expect(rowsShown(state, 60)).toEqual({ first: 51, last: 60 });
    expect(rowsShown(NOTHING, 0)).toEqual({ first: 0, last: 0 });
  });
});

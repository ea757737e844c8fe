import { env } from 'cloudflare:workers';
import { expect, it, vi } from 'vitest';
import { RecordRoom } from '../../../src/records/import/record-room.ts';
import { stores, storeWith } from '../../support/record-stores.ts';

it('says that a store is filling before it takes nothing more', async () => {
  const told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const roomWith = async (stored: number) => {
    const storeOf: typeof stores.storeOf = (ccid, type) =>
      storeWith(stores.storeOf(ccid, type), { room: async () => ({ bytes: 1, stored }) });
    return new RecordRoom(
      { ...stores, db: env.DB, storeOf },
      { ccid: 'filling', type: 'Interaction' },
    ).look();
  };
  expect([await roomWith(5_500_000_000), told.mock.calls]).toEqual([null, []]);
  expect(await roomWith(5_700_000_000)).toBe(null);
  expect(JSON.parse(String(told.mock.calls[0]?.[0]))).toEqual({
    event: 'store-large',
    level: 'warn',
    ccid: 'filling',
    type: 'Interaction',
    bytes: 5_700_000_000,
    most: 8_000_000_000,
  });
  expect(await roomWith(8_000_000_000)).toEqual({ field: 'storedBytes', max: 8_000_000_000 });
});

import { z } from 'zod';
import { DELIVERY_FAULTS } from './delivery.ts';
import type { KeptEvent } from './run-events.ts';

const row = z.object({ id: z.int(), at: z.int(), event: z.string(), data: z.string() });
const reason = z.string();
const seq = z.int();
const event = z.discriminatedUnion('event', [
  z.object({ event: z.enum(['submitted', 'skipped', 'started', 'planned', 'cancelled']) }),
  z.object({ event: z.literal('slice'), seq, records: z.int(), bytes: z.int() }),
  z.object({ event: z.literal('taken-over'), seq, attempt: z.int() }),
  z.object({ event: z.literal('stumbled'), seq, reason }),
  z.object({ event: z.literal('restarted'), reason }),
  z.object({ event: z.literal('finished'), volumes: z.int(), bytes: z.int() }),
  z.object({ event: z.literal('failed'), reason }),
  z.object({ event: z.literal('files-gone'), how: z.enum(['expired', 'deleted']) }),
  z.object({ event: z.literal('delivered'), files: z.int(), bytes: z.int() }),
  z.object({ event: z.literal('delivery-failed'), code: z.enum(DELIVERY_FAULTS) }),
]);

/** Reads an event as its row holds it. */
export function readEvent(input: unknown): KeptEvent {
  const { id, at, data, ...named } = row.parse(input);
  const fields: unknown = JSON.parse(data);
  return { id, at, ...event.parse({ ...z.record(z.string(), z.unknown()).parse(fields), ...named }) };
}

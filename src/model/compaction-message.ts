import { z } from 'zod';
import { FORMAT } from './protocol.ts';
import { DATA_TYPES } from './records.ts';

/** A queue message: compact a store of records. Comes at least once; the store says what is to be done, or nothing. */
export const compactionMessage = z.object({
  format: z.literal(FORMAT),
  kind: z.literal('compaction'),
  ccid: z.string().min(1),
  type: z.enum(DATA_TYPES),
});
export type CompactionMessage = Readonly<z.infer<typeof compactionMessage>>;

import { z } from '@hono/zod-openapi';
import { EVENT_NAMES } from '../../model/api/event-view.ts';
import * as examples from './examples.ts';
import { HistoryItem } from './schemas.ts';

const count = (description: string) =>
  z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional().openapi({ description });

const RunEventItem = z.object({
  at: z.string().openapi({ format: 'date-time', description: 'When, ISO 8601.' }),
  what: z.enum(EVENT_NAMES).openapi({ description: 'What happened.' }),
  message: z.string().openapi({ description: 'The same in English.' }),
  slice: count('Which slice of the run, from 1.'),
  attempt: count('Which attempt at it.'),
  records: count('Records exported so far.'),
  bytes: count('Bytes of records so far; of `finished` those of the files.'),
  volumes: count('Files.'),
  reason: z.string().optional().openapi({ description: 'Why.' }),
});

/** A history item with what happened to its run. */
export const HistoryDetails = HistoryItem.extend({
  events: z.array(RunEventItem).readonly().openapi({
    description: 'What happened to the run, in order; of a long run the first events and the last.',
  }),
}).openapi('HistoryItemDetails', { example: examples.HISTORY_DETAILS });

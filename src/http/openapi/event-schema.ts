import { z } from '@hono/zod-openapi';
import { DELIVERY_FAULTS } from '../../model/delivery.ts';
import { EVENT_NAMES } from '../../model/api/event-view.ts';
import * as examples from './examples.ts';
import { sentenceField } from './fields.ts';
import { HistoryItem } from './schemas.ts';

const count = (description: string) =>
  z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional().openapi({ description });

const RunEventItem = z
  .object({
    at: z.string().openapi({ format: 'date-time', description: 'When, ISO 8601.' }),
    what: z.enum(EVENT_NAMES).openapi({ description: 'What happened.' }),
    message: sentenceField('The same in English.'),
    slice: count('Which slice of the run, from 1.'),
    attempt: count('Which attempt at it.'),
    records: count('Records exported so far.'),
    bytes: count('Bytes of records so far; of `finished` those of the files.'),
    volumes: count('Files.'),
    files: count('Files that were delivered.'),
    reason: sentenceField('Why.').optional(),
    code: z.enum(DELIVERY_FAULTS).optional().openapi({
      description: 'Why a delivery failed, as a word that stays the same.',
    }),
  })
  .openapi('RunEvent', { description: 'What happened to a run.' });

/** A history item with what happened to its run. */
export const HistoryDetails = z
  .object({
    ...HistoryItem.shape,
    events: z.array(RunEventItem).readonly().openapi({
      description: 'What happened to the run, in order; of a long run the first events and the last.',
    }),
  })
  .openapi('HistoryItemDetails', {
    description: 'A run of a job with what happened to it.',
    example: examples.HISTORY_DETAILS,
  });

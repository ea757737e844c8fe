import { z } from '@hono/zod-openapi';
import { ApiText } from '../../model/api/job-request.ts';
import { parseInstant } from '../../model/instant.ts';
import { issueOf } from '../../model/api/carried-failure.ts';
import { MAX_SELECTED, SELECTABLE_LISTS } from '../../model/selection.ts';
import * as examples from './examples.ts';
import { CODE, described, nameField, SENTENCE, sentenceField, textField } from './fields.ts';

const text = (description: string) => described(ApiText.optional(), { ...SENTENCE, description });
const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const oneId = (description: string) => id.optional().openapi({ description });
const date = (description: string) =>
  z
    .string()
    .max(64)
    .optional()
    .transform((value, context): number | undefined => {
      if (!value) return undefined;
      const at = parseInstant(value);
      if (at !== null) return at;
      context.addIssue(issueOf('not-a-date'));
      return z.NEVER;
    })
    .openapi({ type: 'string', maxLength: 64, description });
const picked = <T extends z.ZodType>(item: T, description: string) =>
  z.array(item).max(MAX_SELECTED).readonly().optional().openapi({ description });

const common = {
  title: text('Title of the job; contains, without case.'),
  type: text('Data type; contains, without case.'),
  source: text('Source, by name or label; contains, without case.'),
  ids: picked(id, 'These alone, picked one by one.'),
};

/** The filters of each list, as its own parameters have them, and rows that were picked one by one. */
export const FILTERS = {
  jobs: z.object({
    ...common,
    scheduleType: text('How often the job runs; contains, without case.'),
    suspend: z.boolean().optional().openapi({ description: 'Whether the job is suspended.' }),
  }),
  history: z.object({
    ...common,
    jobId: oneId('Runs of this job alone.'),
    status: text('Status, by value or label; contains, without case.'),
    fileName: text('Name of the last volume; contains, without case.'),
  }),
  'file-metadatas': z.object({
    type: common.type,
    source: common.source,
    names: picked(z.string().max(255), 'These files alone, picked one by one.'),
    historyId: oneId('Files of this run alone.'),
    jobId: oneId('Files of this job alone.'),
    name: text('Name of the file; contains, without case.'),
    jobTitle: text('Title of the job; contains, without case.'),
    startDate: date('Files uploaded at this moment or later, ISO 8601.'),
    endDate: date('Files uploaded before this moment, ISO 8601.'),
  }),
} as const;

const SelectionFilter = z
  .object({ ...FILTERS.jobs.shape, ...FILTERS.history.shape, ...FILTERS['file-metadatas'].shape })
  .openapi('SelectionFilter', { description: 'The filters of the list; every row without any.' });

/** The body of `POST /selections`: a list, and what its rows are filtered by. Which filters a list has is looked at behind it. */
export const SelectionBody = z
  .object({
    list: z.enum(SELECTABLE_LISTS).openapi({ description: 'The list whose rows are selected.' }),
    filter: SelectionFilter.optional(),
  })
  .openapi('SelectionRequest', { description: 'Which rows are selected.', example: examples.SELECTION_BODY });

const SelectedRow = z
  .object({
    id: id.optional().openapi({ description: 'Id of the job or history item.' }),
    name: nameField('Name of the file.').optional(),
    title: nameField('Title of the job.'),
  })
  .openapi('SelectedRow', { description: 'A row of a selection.' });

/** What is shown before a bulk operation: how many rows it would act on, and the first of them. */
export const SelectionAnswer = z
  .object({
    selection: z.string().max(64).openapi({
      description: 'The token that bulk operations take: good for ten minutes, for this user alone.',
    }),
    count: z.number().int().min(0).max(MAX_SELECTED).openapi({ description: 'Rows of the selection.' }),
    first: z
      .array(SelectedRow)
      .max(10)
      .readonly()
      .openapi({ description: 'The first ten rows, the newest first.' }),
    expiresAt: z
      .string()
      .openapi({ format: 'date-time', description: 'Until when it can be acted on, ISO 8601.' }),
  })
  .openapi('Selection', { description: 'Rows that were counted, to act on.', example: examples.SELECTION });

const RefusedRow = z
  .object({
    id: id.openapi({ description: 'Id of the job or history item.' }),
    code: textField({ ...CODE, description: 'Why, as a word that stays the same.' }),
    message: sentenceField('Why, in English.'),
  })
  .openapi('RefusedRow', { description: 'A row that a bulk operation was not done to.' });

/** What a bulk operation did to the rows of a selection. */
export const BulkAnswer = z
  .object({
    done: z.number().int().min(0).max(MAX_SELECTED).openapi({ description: 'Rows that it was done to.' }),
    refused: z
      .array(RefusedRow)
      .readonly()
      .openapi({ description: 'Rows that it was not done to, and why.' }),
  })
  .openapi('BulkResult', { description: 'What a bulk operation did.', example: examples.BULK_RESULT });

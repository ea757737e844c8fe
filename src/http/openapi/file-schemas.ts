import { z } from '@hono/zod-openapi';
import { DATA_TYPES, JOB_TYPES } from '../../model/records.ts';
import { FILE_ITEM, FILE_ITEM_V3, LINK } from './examples.ts';
import { ASKED_NAME, idField, instant, nameField, textField, whole, SHA256 } from './fields.ts';
import { TITLE } from './job-parts.ts';
import { SealedForPart } from './sealed-for.ts';

const WHAT = { description: 'What was exported.' };

/** A file that can be downloaded. */
export const FileItem = z
  .object({
    name: nameField('The name of the file.'),
    jobTitle: textField({ ...TITLE, description: 'The title of the job.' }),
    type: z.enum(JOB_TYPES).openapi(WHAT),
    source: z.literal('UCS').openapi({ description: 'Where the records come from.' }),
    size: whole('Bytes.'),
    uploadDate: instant('When the file was finished.'),
    expiryDate: instant('When the file is deleted.'),
    remainingDays: whole('Whole days until the file expires.'),
    historyId: idField('The id of the run that made it.'),
    jobId: idField('The id of the job.'),
    sha256: textField({ ...SHA256, description: 'Of the file as downloaded, lower-case hex.' }),
    volume: whole('Its place in the set of volumes of its run, from 1.', { minimum: 1 }),
    certificates: z.array(SealedForPart).readonly().openapi({
      description:
        'The certificates that the file is encrypted for; none of a file from before this was kept.',
    }),
  })
  .openapi('FileMetadata', { description: 'A file that can be downloaded.', example: FILE_ITEM });

/** The same in v3, which does not tell certificates. */
export const FileItemV3 = FileItem.omit({ certificates: true, volume: true })
  .extend({ type: z.enum(DATA_TYPES).openapi(WHAT) })
  .openapi('FileMetadata', {
    description: 'A file that can be downloaded.',
    example: FILE_ITEM_V3,
  });

/** A signed link to a file. */
export const FileLink = z
  .object({
    path: textField({ description: 'The link; it needs no token.', format: 'uri' }),
  })
  .openapi('PreSignedUri', { description: 'A signed link to a file.', example: { path: LINK } });

/** The name of a file that is not there, in the form that the reference gives it. */
export const MissingFile = z
  .object({
    path: textField({ ...ASKED_NAME, description: 'The name that was asked for, however long.' }),
  })
  .openapi('MissingFile', {
    description: 'A file that is not there.',
    example: { path: 'export-4f1c.zip.smime' },
  });

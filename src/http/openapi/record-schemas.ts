import { z } from '@hono/zod-openapi';
import { KINDS } from '../../model/records.ts';
import { ERASURE, IMPORT_REPORT } from './examples.ts';
import { CODE, INSTANT_OR_NONE, instant, nameField, sentenceField, textField, whole } from './fields.ts';

/** A line that an import refused. */
const RefusedLine = z
  .object({
    line: whole('Its number, from 1.', { minimum: 1 }),
    code: textField({ ...CODE, description: 'Why the line was refused, as a word that stays the same.' }),
    field: nameField(
      'The field of the record that it was refused for; absent where it is none alone.',
    ).optional(),
    message: sentenceField('The same for people.'),
  })
  .openapi('RefusedLine', { description: 'A line that an import refused.' });

/** What an import did, line by line. */
export const ImportAnswer = z
  .object({
    kind: z.enum(KINDS).openapi({ description: 'Which records came.' }),
    received: whole('Lines that came.'),
    inserted: whole('Records that are new.'),
    updated: whole('Records that took the place of another.'),
    unchanged: whole('Records that were there already, the same.'),
    rejected: whole('Lines that were refused.'),
    waiting: whole('Records whose owner has not been imported yet.'),
    errors: z
      .array(RefusedLine)
      .readonly()
      .openapi({ description: 'The first 100 lines that were refused.' }),
    stoppedAtLine: whole(
      'Stands where the import stopped after 10,000 rejected lines: the last of them. No line behind it was looked at.',
      { minimum: 1 },
    ).optional(),
  })
  .openapi('ImportReport', { description: 'What an import did.', example: IMPORT_REPORT });

/** Who may still have what was erased. */
const NotReached = z
  .object({
    files: whole(
      'Sealed files of the contact center: they were written before, and may hold it until they expire or are deleted.',
    ),
    filesUntil: textField({
      ...INSTANT_OR_NONE,
      description: 'When the last of them expires; "" where there is none.',
    }),
    runs: whole(
      'Runs in progress: they began before, and what they write may hold it, too. Cancel them where it must not.',
    ),
    backupsUntil: instant('Until when the platform itself could set back what the service stores: 30 days.'),
  })
  .openapi('NotReached', { description: 'What an erasure does not reach.' });

/** What an erasure removed, in records. */
export const ErasureAnswer = z
  .object({
    contactId: nameField('CONTACTID of the contact.'),
    contacts: whole('Contacts that were erased.'),
    contactAttributes: whole('Attributes of the contact.'),
    interactions: whole('Interactions with the contact.'),
    documents: whole('Documents of these interactions.'),
    notReached: NotReached,
  })
  .openapi('Erasure', { description: 'What was erased, in records.', example: ERASURE });

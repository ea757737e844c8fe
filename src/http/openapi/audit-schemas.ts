import { z } from '@hono/zod-openapi';
import { ACTOR_TYPES } from '../../model/audit/entry.ts';
import { ID, INSTANT, NAME, SHA256, bounds } from './fields.ts';

/** Shapes of a contact center's audit log. */

const EXAMPLE_HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const hash = (description: string) => z.string().openapi({ ...SHA256, description, example: EXAMPLE_HASH });
const id = (description: string) =>
  z
    .number()
    .int()
    .openapi({ ...bounds, description, example: 41 });
const time = (description: string) =>
  z.iso.datetime().openapi({ ...INSTANT, description, example: '2026-11-20T12:00:00.000Z' });
const count = (description: string) =>
  z
    .number()
    .int()
    .openapi({ ...ID, description, example: 1 });
const text = (maxLength: number, words: { readonly description: string; readonly example: string }) =>
  z.string().openapi({ maxLength, ...words });
/** A name that may be missing. */
const name = (description: string, example: string | null) =>
  z
    .string()
    .nullable()
    .openapi({ ...NAME, description, example });
const objects = (description: string) =>
  z.array(z.string().openapi({ maxLength: 320 })).openapi({ description, example: ['job:17'] });
const OUTCOME = { description: '`done`, or the code of a failure', example: 'done' };

const AuditActor = z
  .object({
    type: z
      .enum(ACTOR_TYPES)
      .openapi({ description: '`link` is the holder of a download link; `nobody`: nobody that was known.' }),
    name: text(255, {
      description: 'The user\'s name, or the id of a client, key or link; "" where nobody was known.',
      example: 'demo',
    }),
    ccid: text(255, { description: 'The contact center; "" where there is none.', example: 'demo' }),
    client: name('The OAuth client through which a token was obtained; null where none was.', 'demo'),
    session: name('The session of a browser; null where there was none.', null),
  })
  .openapi('AuditActor', {
    description: 'Who asked.',
    example: { type: 'user', name: 'demo', ccid: 'demo', client: 'demo', session: null },
  });

const AuditEnd = z
  .object({
    id: id('The number of the link.'),
    time: time('When it was ended.'),
    outcome: text(64, {
      ...OUTCOME,
      description: `${OUTCOME.description}; null where it counts.`,
    }).nullable(),
    objects: objects('What was made or changed, as `type:id`.'),
    count: id('How many requests it tells of.'),
    hash: hash('The hash of the link.'),
  })
  .openapi('AuditEnd', { description: 'The link of the chain by which an entry was ended.' });

export const AuditEntryAnswer = z
  .object({
    id: id('The number of the link in the chain; it rises by one.'),
    time: time('When the request came.'),
    actor: AuditActor,
    action: text(64, { description: 'What was asked for.', example: 'job.create' }),
    objects: objects('What it was about, as `type:id`.'),
    outcome: text(64, {
      ...OUTCOME,
      description: `${OUTCOME.description}, or \`unknown\` of what has begun and was not ended.`,
    }),
    count: count('How many requests are told of in one.'),
    address: text(64, { description: 'The address that it came from.', example: '192.0.2.7' }),
    userAgent: text(255, { description: 'What the program calls itself.', example: 'udm/1.0' }),
    requestId: text(64, {
      description: '`X-Request-Id` of the answer.',
      example: '8f1c2d3e4f5a6b7c-FRA',
    }),
    previous: hash('The hash of the link before.'),
    hash: hash('The hash of this link.'),
    end: AuditEnd.nullable().openapi({ description: 'How it ended; null where it has not.' }),
  })
  .openapi('AuditEntry', { description: 'What somebody asked for, and how it came out.' });

const AuditChainPlace = z
  .object({ id: id('The number of the link; 0 where there is none.'), hash: hash('Its hash.') })
  .openapi('AuditChainPlace', { description: 'A link of the chain.' });

export const AuditChainEnds = z
  .object({
    anchor: AuditChainPlace,
    head: AuditChainPlace,
  })
  .openapi('AuditChain', {
    description:
      'Where the audit log begins and ends: `anchor` is the last link that retention removed, id 0 where none was, and `head` the last link.',
    example: { anchor: { id: 0, hash: '0'.repeat(64) }, head: { id: 41, hash: EXAMPLE_HASH } },
  });

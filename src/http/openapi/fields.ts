import { z } from '@hono/zod-openapi';

/** What the document says of a value (a type, since the library's own has an index). The keywords but for zod's own check nothing: what a value means is decided by the model. */
type Words = {
  readonly description: string;
  readonly example?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
};

/**
 * A schema of the model with what the document says of it. A copy: the model's own may have been made before this library
 * taught schemas to carry such words, and other rooms use it without them.
 */
export const described = <T extends z.ZodType>(schema: T, words: Words): T => schema.clone().openapi(words);

/** The bounds of a whole number that JSON carries without loss, unless others are given. */
export const bounds = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
/** The bounds of a number that a message names. */
export const ANY_NUMBER = { minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
/** The bounds of an id. */
export const ID = { minimum: 1, maximum: Number.MAX_SAFE_INTEGER };
/** A name: of a user, a file, a contact center, a record. */
export const NAME = { maxLength: 255 };
/** A name that a caller asked for, which comes back however long it was: as long as an address may be. */
export const ASKED_NAME = { maxLength: 16_384 };
/** A sentence for people. */
export const SENTENCE = { maxLength: 10_000 };
/** What is wrong, as a word that stays the same. */
export const CODE = { pattern: '^[a-z][a-z0-9-]{0,63}$' };
/** An instant as the service writes it. */
export const INSTANT = { format: 'date-time' };
/** An instant as the service writes it, or "" where there is none; `format` would take no empty text. */
export const INSTANT_OR_NONE = { pattern: String.raw`^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$` };
/** A SHA-256 in lower-case hex. */
export const SHA256 = { pattern: '^[0-9a-f]{64}$' };

/** A whole number, from 0 unless other bounds are given. */
export const whole = (description: string, limits: { minimum?: number; maximum?: number } = {}) =>
  z
    .number()
    .int()
    .openapi({ ...bounds, ...limits, description });
/** The id of a job or a history item. */
export const idField = (description: string) => whole(description, ID);
/** A name of 255 characters at most. */
export const nameField = (description: string) => z.string().openapi({ ...NAME, description });
/** A text with a limit, a format or a pattern. */
export const textField = (words: Words) => z.string().openapi(words);
/** An instant, ISO 8601 in UTC. */
export const instant = (description: string) => z.string().openapi({ ...INSTANT, description });
/** A sentence for people. */
export const sentenceField = (description: string) => z.string().openapi({ ...SENTENCE, description });

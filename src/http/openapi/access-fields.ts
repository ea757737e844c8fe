import { z } from '@hono/zod-openapi';
import { issueOf } from '../../model/api/carried-failure.ts';
import { ROLE_NAMES } from '../../model/roles.ts';
import { CODE, INSTANT, NAME } from './fields.ts';

/** Fields of users, clients, API keys and of whoever asks. */

const MAX_NAME = 255;
const NAME_ISSUE = issueOf('account-name', { max: MAX_NAME });

/** `tenant\user` is how a user names both when signing in, and a name is the end of a path. What nobody sees would make two names look alike. */
const isName = (text: string): boolean =>
  text === text.trim() &&
  text.length > 0 &&
  text.length <= MAX_NAME &&
  !/[\\/\p{Cc}\p{Cf}]|^\.{1,2}$/u.test(text) &&
  text.isWellFormed();

export const name = (description: string, example: string) =>
  z
    .string()
    .superRefine((text, context) => {
      if (!isName(text)) context.addIssue(NAME_ISSUE);
    })
    .openapi({ ...NAME, description, example });

export const instant = (description: string) =>
  z.string().openapi({ ...INSTANT, description, example: '2026-11-20T12:00:00.000Z' });
export const mayBe = (description: string) =>
  z
    .string()
    .nullable()
    .openapi({ ...INSTANT, description, example: '2026-11-20T12:00:00.000Z' });
/** A name or an id that is shown. */
export const shown = (description: string, example: string) =>
  z.string().openapi({ ...NAME, description, example });

/** Roles of a body: in the order of the table, each once. */
export const roles = z
  .array(z.enum(ROLE_NAMES))
  .max(ROLE_NAMES.length)
  .transform((given) => ROLE_NAMES.filter((role) => given.includes(role)))
  .openapi({
    description: `${ROLE_NAMES.join(', ')}; \`GET roles\` tells what each may do.`,
    example: ['exporter'],
  });
export const rolesOf = z
  .array(z.string().openapi(CODE))
  .openapi({ description: 'Names of roles.', example: ['exporter'] });

/** A password as somebody types it; the rules judge it. */
export const password = z
  .string()
  .max(1024)
  .openapi({ description: 'A password.', example: 'correct horse battery' });

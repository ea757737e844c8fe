import { z } from '@hono/zod-openapi';
import { issueOf } from '../../model/api/carried-failure.ts';
import { isRedirectUri, REDIRECT_UNITS } from '../../model/redirect-uri.ts';

/** Addresses of one client at most. */
const MOST = 20;
const EXAMPLE = 'https://reports.example/callback';

const redirectUri = z.string().superRefine((text, context) => {
  if (!isRedirectUri(text)) context.addIssue(issueOf('not-a-redirect-uri'));
});

/** Where browsers may be sent back to, in a body. */
export const redirectUris = z
  .array(redirectUri.openapi({ description: 'An address.', maxLength: REDIRECT_UNITS, example: EXAMPLE }))
  .max(MOST)
  .openapi({
    description:
      'Where a browser is sent back to when a user has allowed the program to act for them: `https`, or `http` of 127.0.0.1 or [::1], whose port may be any. An address counts letter by letter. None: no browser.',
    example: [EXAMPLE],
  });

/** The same in an answer. */
export const redirectUrisOf = z
  .array(z.string().openapi({ description: 'An address.', maxLength: REDIRECT_UNITS, example: EXAMPLE }))
  .openapi({ description: 'Where a browser may be sent back to.', example: [EXAMPLE] });

import type { Context } from 'hono';
import { formatInstant, type Instant } from '../model/instant.ts';

/** The invitation as it is shown once. Its link leads to the deployment's own address, where that is known, whatever the request says. */
export const shownInvitation = (
  c: Context,
  config: { readonly origin: string | null },
  { token, expiresAt }: { readonly token: string; readonly expiresAt: Instant },
) => ({
  invitation: `${config.origin ?? new URL(c.req.url).origin}/invitation#${token}`,
  invitationExpiresAt: formatInstant(expiresAt),
});

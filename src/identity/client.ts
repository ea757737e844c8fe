import { findClient, type Client } from '../store/clients.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import { NOBODY, verifyPassword } from './password.ts';

/**
 * The client that signs in with HTTP Basic (RFC 6749 section 2.3.1). An unknown id and a wrong secret cost the same and
 * get the same words.
 */
export async function authenticateClient(
  db: D1Database,
  authorization: string | undefined,
): Promise<Result<Client>> {
  const credentials = parseBasic(authorization);
  if (!credentials) return fail('basic-expected', 'Authorization');
  const client = await findClient(db, credentials.id);
  const known = await verifyPassword(credentials.secret, client?.secretHash ?? NOBODY);
  return client && known ? ok(client) : fail('client-refused', 'Authorization');
}

function parseBasic(authorization: string | undefined): { id: string; secret: string } | null {
  const [, encoded] = /^basic +([A-Za-z0-9+/=_-]+) *$/i.exec(authorization ?? '') ?? [];
  if (!encoded) return null;
  const text = decodeUtf8(Buffer.from(encoded, 'base64'));
  const colon = text?.indexOf(':') ?? -1;
  if (text === null || colon < 1) return null;
  return { id: formDecode(text.slice(0, colon)), secret: formDecode(text.slice(colon + 1)) };
}

/** Ids and secrets are form-encoded before Basic encodes them; many clients leave that out, so what is no such encoding stands for itself. */
function formDecode(text: string): string {
  try {
    return text.includes('%') ? decodeURIComponent(text.replaceAll('+', ' ')) : text;
  } catch {
    return text;
  }
}

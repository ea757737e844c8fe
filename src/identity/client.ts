import { findClient, rehashSecret, type Client } from '../store/clients.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { fail, ok, type Result } from '../model/failures.ts';
import { braked, type BrakeServices } from './brakes.ts';
import { verifyPassword } from './password.ts';
import { hasHash, sha256 } from './secrets.ts';

/** The SHA-256 of a client that there is not. */
const NO_CLIENT = '0'.repeat(64);

/** What a client shows of itself, and from where. */
interface Shown {
  readonly authorization: string | undefined;
  /** `client_id` of the form, by which a client without a secret names itself. */
  readonly clientId?: string | undefined;
  readonly address: string;
}

/**
 * The client that signs in with HTTP Basic (RFC 6749 section 2.3.1), or that has no secret. An unknown id and a wrong secret cost the
 * same and get the same words; after several wrong ones it has to wait.
 */
export async function authenticateClient(
  services: BrakeServices,
  { authorization, clientId, address }: Shown,
): Promise<Result<Client>> {
  const open = authorization === undefined && clientId ? await findClient(services.db, clientId) : null;
  if (open?.public) return ok(open);
  const credentials = parseBasic(authorization);
  if (!credentials) return fail('basic-expected', 'Authorization');
  const { id, secret } = credentials;
  return braked(services, { client: id }, address, async () => {
    const client = await findClient(services.db, id);
    const known = await isSecretOf(services.db, client, secret);
    return client && known ? ok(client) : fail('client-refused', 'Authorization');
  });
}

/** Secrets that people chose, before the service made them, have a slow hash until they are used. */
async function isSecretOf(db: D1Database, client: Client | null, secret: string): Promise<boolean> {
  const hash = client && !client.public ? client.secretHash : NO_CLIENT;
  if (!client || !hash.startsWith('scrypt$')) return hasHash(secret, hash);
  if (!(await verifyPassword(secret, hash))) return false;
  await rehashSecret(db, client, sha256(secret));
  return true;
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

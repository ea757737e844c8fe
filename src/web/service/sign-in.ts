import type { Me } from './me.ts';
import { SERVICE } from './session.ts';

/** What a person gives to sign in. */
export interface Credentials {
  readonly userName: string;
  readonly tenant: string;
  readonly password: string;
  /** Of the second factor; "" while none was asked for. */
  readonly code: string;
}

const JSON_BODY = { 'Content-Type': 'application/json' } as const;

/** Signs in: the service answers with a cookie that no script can read. Throws a `PageRefusal` where it refuses. */
export async function signIn({ userName, tenant, password, code }: Credentials): Promise<Me> {
  const optional = { ...(tenant ? { tenant } : {}), ...(code ? { code } : {}) };
  const answer = await SERVICE.send('/auth/v3/sign-in', {
    method: 'POST',
    headers: JSON_BODY,
    body: JSON.stringify({ userName, password, ...optional }),
  });
  return (await answer.json()) as Me; // the shape that the API document gives it
}

/** Proves anew who is before the screen: what asks for a sign-in of the last minutes goes on then. */
export async function proveAgain(password: string, code: string): Promise<void> {
  await SERVICE.send('/auth/v3/sign-in/again', {
    method: 'POST',
    headers: JSON_BODY,
    body: JSON.stringify({ password, ...(code ? { code } : {}) }),
  });
}

/** Ends the session of this browser; answers where it is signed out elsewhere, "" where it is nowhere. */
export async function signOut(): Promise<string> {
  const answer = await SERVICE.send('/auth/v3/sign-out', { method: 'POST', headers: JSON_BODY, body: '{}' });
  if (answer.status !== 200) return '';
  return ((await answer.json()) as { location: string }).location; // the shape that the API document gives it
}

/** Sets the first password of somebody who was invited, by the token of their link. */
export async function acceptInvitation(token: string, password: string): Promise<void> {
  await SERVICE.send('/auth/v3/invitation', {
    method: 'POST',
    headers: JSON_BODY,
    body: JSON.stringify({ token, password }),
  });
}

import { useQuery } from '@tanstack/react-query';
import { PageRefusal } from '../../client/page-session.ts';
import type { Privilege } from '../../model/roles.ts';
import { QUERIES, SERVICE } from './session.ts';

/** Who is signed in, and what they may. */
export interface Me {
  readonly name: string;
  readonly ccid: string;
  readonly roles: readonly string[];
  readonly privileges: readonly string[];
  /** Where somebody signs in who has no password here; not said yet of who has just given one. */
  readonly issuer?: string | null;
  readonly secondFactor: {
    readonly enabled: boolean;
    readonly required: boolean;
    readonly recoveryCodes: number;
  };
  /** What happened to the own sign-in; not said yet where somebody has just signed in. */
  readonly notices?: readonly { readonly code: string; readonly time: string; readonly message: string }[];
}

const KEY = ['me'] as const;

/** Who is signed in; throws where nobody is. */
export async function fetchMe(): Promise<Me> {
  const answer = await SERVICE.send('/udm/v10/me');
  return (await answer.json()) as Me; // the shape that the API document gives it
}

/** Null where nobody is signed in, nor was. */
async function askMe(): Promise<Me | null> {
  try {
    return await fetchMe();
  } catch (error) {
    // Of whom was in the page stays as it is: the way back in opens over it, and nothing that was typed is lost.
    if (error instanceof PageRefusal && error.status === 401) return QUERIES.getQueryData<Me>(KEY) ?? null;
    throw error;
  }
}

const ME = { queryKey: KEY, queryFn: askMe, staleTime: 60_000 };

/** Asks who is signed in before anything is shown. */
export const beginMe = (): Promise<void> => QUERIES.prefetchQuery(ME);

/** The person before the screen; `data` is null where nobody is signed in. */
export const useMaybeMe = () => useQuery(ME);

/** The person who is signed in. Only for what stands inside of the shell, which is not shown to anybody else. */
export function useMe(): Me {
  const { data } = useMaybeMe();
  if (!data) throw new Error('nobody is signed in');
  return data;
}

/** Whether somebody may do something, by what the service says of them. */
export const may = (me: Pick<Me, 'privileges'>, privilege: Privilege): boolean =>
  me.privileges.includes(privilege);

/** Notes who has signed in, and forgets every answer that another person was given. */
export async function signedInAnew(me: Me, before: string | null): Promise<void> {
  // What was asked for before is refused to nobody in particular: such a refusal is not the end of this session.
  await QUERIES.cancelQueries();
  QUERIES.setQueryData(KEY, me);
  if (before !== null && me.name !== before)
    QUERIES.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
  // Also of the person: what was said at sign-in has no notices.
  await QUERIES.invalidateQueries();
}

/** Whether somebody is still who is signed in, after a sign-in elsewhere; where it is another person the pages are theirs. */
export async function isStill(me: Me): Promise<boolean> {
  const now = await fetchMe();
  if (now.name === me.name && now.ccid === me.ccid) return true;
  await signedInAnew(now, me.name);
  return false;
}

/** What is known of a person who has gone. */
export function forgetMe(): void {
  QUERIES.clear();
  QUERIES.setQueryData(KEY, null);
}

/** Whether somebody has to set up a second factor before anything else. */
export const needsFactorFirst = ({
  secondFactor: { enabled, required },
}: Pick<Me, 'secondFactor'>): boolean => required && !enabled;

/** Has done with what happened to the own sign-in, as far as it was shown: what came since is shown then. */
export async function dismissAccountNotices(until: string): Promise<void> {
  await SERVICE.send(`/udm/v10/me/notices?until=${encodeURIComponent(until)}`, { method: 'DELETE' });
  await QUERIES.invalidateQueries({ queryKey: KEY });
}

/** Puts another password in the place of one's own. Throws a `PageRefusal` that says what is wrong with either. */
export async function replacePassword(currentPassword: string, newPassword: string): Promise<void> {
  await SERVICE.send('/udm/v10/me', {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ currentPassword, newPassword }),
  });
}

import { QUERIES, SERVICE } from './session.ts';

/** A second factor that was begun: its secret as text, and as an authenticator reads it from a picture. */
export interface StartedFactor {
  readonly secret: string;
  readonly uri: string;
}

const factorChanged = () => QUERIES.invalidateQueries({ queryKey: ['me'] });

/** Begins a second factor; it counts once a code of it was shown. */
export async function startSecondFactor(): Promise<StartedFactor> {
  const { data } = await SERVICE.api.POST('/udm/v10/me/second-factor');
  return data ?? { secret: '', uri: '' };
}

/** Confirms it by a code; answers the recovery codes, which are shown this once. Who is signed in is asked anew when they were seen. */
export async function sendFirstCode(code: string): Promise<readonly string[]> {
  const { data } = await SERVICE.api.POST('/udm/v10/me/second-factor/confirm', { body: { code } });
  return data?.recoveryCodes ?? [];
}

/** Makes other recovery codes. */
export async function fetchNewCodes(): Promise<readonly string[]> {
  const { data } = await SERVICE.api.POST('/udm/v10/me/second-factor/recovery-codes');
  return data?.recoveryCodes ?? [];
}

/** Removes the second factor. */
export async function dropSecondFactor(): Promise<void> {
  await SERVICE.api.DELETE('/udm/v10/me/second-factor');
  await factorChanged();
}

/** Has the pages know of a second factor that was set up, or of its codes. */
export const factorSeen = (): Promise<void> => factorChanged();

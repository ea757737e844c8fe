import { createHash } from 'node:crypto';
import type { App } from '../harness.ts';
import type { Browser } from './browser.ts';

/** A program that a browser signs in to, as the service sees it: the command line unless told otherwise. */

export const AUTHORIZE = '/auth/v3/oauth/authorize';
export const CONSENT = '/auth/v3/oauth/consent';
export const VERIFIER = 'a-verifier-of-forty-three-characters-or-more';
export const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
export const LOOPBACK = 'http://127.0.0.1:49152/callback';
const REQUEST = {
  response_type: 'code',
  client_id: 'udm',
  redirect_uri: LOOPBACK,
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
  state: 's-1',
};

/** What of a request is another; null leaves it out. */
export type Change = Readonly<Record<string, string | null>>;
export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token?: string;
}

/** The query of an authorization request. */
export const queryOf = (change: Change = {}): string =>
  new URLSearchParams(
    Object.entries({ ...REQUEST, ...change }).filter((pair): pair is [string, string] => pair[1] !== null),
  ).toString();

/** What a program asks of the service, and what a person answers to it. */
export const programOf = (app: App) => {
  const token = (form: Readonly<Record<string, string>>, basic?: string) =>
    app.request('/auth/v3/oauth/token', {
      method: 'POST',
      headers: basic === undefined ? {} : { Authorization: `Basic ${btoa(basic)}` },
      body: new URLSearchParams({ ...(basic === undefined ? { client_id: 'udm' } : {}), ...form }),
    });
  /** Where a decision leads. */
  const decide = async (browser: Browser, change: Change = {}, allow = true): Promise<URL> => {
    const answer = await browser.ask('POST', CONSENT, { request: queryOf(change), allow });
    if (answer.status !== 200) throw new Error(`the decision was answered ${answer.status}`);
    return new URL((await answer.json<{ location: string }>()).location);
  };
  return {
    token,
    decide,
    authorize: (query: string) => app.request(`${AUTHORIZE}?${query}`),
    codeOf: async (browser: Browser, change: Change = {}): Promise<string> =>
      (await decide(browser, change)).searchParams.get('code') ?? '',
    /** Changes a code for tokens; `basic` is of a program with a secret. */
    change: (code: string, form: Readonly<Record<string, string>> = {}, basic?: string) =>
      token(
        {
          grant_type: 'authorization_code',
          code,
          redirect_uri: LOOPBACK,
          code_verifier: VERIFIER,
          ...form,
        },
        basic,
      ),
    refresh: (refresh: string, basic?: string) =>
      token({ grant_type: 'refresh_token', refresh_token: refresh }, basic),
  };
};

import { env } from 'cloudflare:workers';
import { outsideKeys } from '../../../src/identity/outside-keys.ts';
import {
  addClient,
  addUser,
  callerOf,
  makeApp,
  START,
  withToken,
  type App,
  type Failed,
} from '../harness.ts';
import { Browser } from '../sign-in/browser.ts';
import { peopleOf } from '../sign-in/enrolled.ts';
import { Jar, of } from '../sign-in/outside-browser.ts';
import { ISSUER, OutsideIssuer } from '../sign-in/outside-issuer.ts';
import { programOf } from '../sign-in/program.ts';

/** A service with two contact centers, programs and an outside issuer; the clock of it and of the machine stand still. */

export const issuer = new OutsideIssuer();
export const { app, clock } = makeApp({ outside: outsideKeys(env.DB, issuer.ask) });
/** The contact center that the issuer is of. */
export const CCID = 'adas';
export const PASSWORD = 'a password';
/** A program with a secret, of the contact center. */
export const REPORTS = {
  client_id: 'reports',
  redirect_uri: 'https://reports.example/callback?of=udm',
};
export const REPORTS_BASIC = 'reports:reports-secret';
export const program = programOf(app);
export const people = peopleOf(app, clock);
/** Where somebody is signed in who may let programs in. */
export const browser = new Browser(app);
let outsideId = '';

/** Makes it; to be called once, when the machine's clock stands at `START`. */
export async function makeWorld(): Promise<void> {
  await addUser('ada', { ccid: CCID, password: PASSWORD, roles: ['exporter', 'auditor'] });
  const client = { secret: 'reports-secret', roles: ['auditor'], platform: false };
  await addClient('reports', { ccid: CCID, ...client });
  await addClient('foreign', { ccid: 'others', ...client });
  await addClient('app', { ccid: 'platform', secret: 'app-secret', roles: [] });
  await env.DB.prepare(`UPDATE clients SET redirect_uris = ? WHERE id IN ('reports', 'foreign')`)
    .bind(JSON.stringify([REPORTS.redirect_uri]))
    .run();
  await issuer.newKey('k1');
  const body = { name: 'Acme', issuer: ISSUER, audience: 'udm-acme', clientId: 'udm-acme' };
  const added = await (
    await callerOf(app, CCID)
  )('/udm/v10/issuers', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
  outsideId = (await added.json<{ id: string }>()).id;
  await browser.signIn('ada', PASSWORD);
}

export const newJar = (): Jar => new Jar(app, outsideId);

/** Signs in at the issuer, with an ID token and an answer that may be others; answers where the browser goes, and whether it is signed in. */
export async function signInOutside(
  claims: object = {},
  { answer = {}, header = {} }: { answer?: Record<string, string>; header?: object } = {},
): Promise<readonly [string, number]> {
  const jar = newJar();
  const at = await jar.begin();
  issuer.answer = { id_token: await issuer.token({ nonce: of(at, 'nonce'), ...claims }, header) };
  const location = await jar.comeBack({ code: 'c', state: of(at, 'state'), iss: ISSUER, ...answer });
  return [location, (await jar.me()).status];
}

/** What the API answers to a token: the status, with the code of a refusal. */
export async function uses(token: string, by: App = app): Promise<string> {
  const answer = await by.request('/udm/v10/export/jobs', withToken(token));
  return answer.status < 400 ? String(answer.status) : `${answer.status} ${await codeOf(answer)}`;
}

export const codeOf = async (answer: Response): Promise<string> =>
  (await answer.json<Failed>()).status.detail.code;

/** Does something as of another time. */
export async function asOf<T>(time: number, act: () => Promise<T>): Promise<T> {
  clock.now = time;
  try {
    return await act();
  } finally {
    clock.now = START;
  }
}

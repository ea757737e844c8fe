import { decodeJwt } from 'jose';
import { callerOf, START } from '../harness.ts';
import { PASSWORD } from '../sign-in/enrolled.ts';
import { ISSUER } from '../sign-in/outside-issuer.ts';
import { of } from '../sign-in/outside-browser.ts';
import { CHALLENGE, queryOf, VERIFIER, type Tokens } from '../sign-in/program.ts';
import { row, type Attack } from './attack.ts';
import {
  app,
  asOf,
  browser,
  CCID,
  issuer,
  newJar,
  people,
  program,
  REPORTS,
  REPORTS_BASIC,
  signInOutside,
  uses,
} from './world.ts';

const REFUSED = [400, 'invalid_grant'];
const refusalOf = async (answer: Response) => [
  answer.status,
  (await answer.json<{ error?: string }>()).error,
];
const letIn = async () => (await program.change(await program.codeOf(browser))).json<Tokens>();
const ascending = (answers: readonly Response[]) =>
  answers.map(({ status }) => status).toSorted((left, right) => left - right);
const wonBy = (answers: readonly Response[]) => answers.find(({ status }) => status === 200)!.json<Tokens>(); // one of two wins
/** What this isolate knows of a token is half a minute old at most. */
const later = (token: string) => asOf(START + 30_000, () => uses(token));

/** Refresh tokens and codes that come again, or from somebody else; answers of an issuer to another question. */
export const REPLAYS: readonly Attack[] = [
  row(
    'a refresh token that comes again',
    'ends the family, and the access tokens of it',
    ['204', ...REFUSED, 400, '401 caller-ended'],
    async () => {
      const first = await letIn();
      const second = await (await program.refresh(first.refresh_token)).json<Tokens>();
      const good = await uses(second.access_token);
      const reused = await refusalOf(await program.refresh(first.refresh_token));
      const next = await program.refresh(second.refresh_token);
      return [good, ...reused, next.status, await later(second.access_token)];
    },
  ),
  row(
    'a refresh token that comes again',
    'at the same time: one wins, and then ends',
    [200, 400, 400],
    async () => {
      const { refresh_token: token } = await letIn();
      const answers = await Promise.all([program.refresh(token), program.refresh(token)]);
      const won = await wonBy(answers);
      return [...ascending(answers), (await program.refresh(won.refresh_token)).status];
    },
  ),
  row(
    'a refresh token that comes again',
    'from another client, which leaves it good',
    [400, 200],
    async () => {
      const { refresh_token: token } = await letIn();
      const stolen = await program.refresh(token, REPORTS_BASIC);
      return [stolen.status, (await program.refresh(token)).status];
    },
  ),

  row('a code that comes again', 'ends what came of it', [400, 400, '401 caller-ended'], async () => {
    const code = await program.codeOf(browser);
    const tokens = await (await program.change(code)).json<Tokens>();
    const again = await program.change(code);
    return [
      again.status,
      (await program.refresh(tokens.refresh_token)).status,
      await uses(tokens.access_token),
    ];
  }),
  row(
    'a code that comes again',
    'at the same time: one wins, and then ends',
    [200, 400, '401 caller-ended'],
    async () => {
      const code = await program.codeOf(browser);
      const answers = await Promise.all([program.change(code), program.change(code)]);
      return [...ascending(answers), await uses((await wonBy(answers)).access_token)];
    },
  ),
  ...(
    [
      ['another address', { redirect_uri: 'http://127.0.0.1:49153/callback' }],
      ['another verifier', { code_verifier: VERIFIER.toUpperCase() }],
      ['the challenge for a verifier', { code_verifier: CHALLENGE }],
      ['another code', { code: 'made-up' }],
    ] as const
  ).map(([what, wrong]) =>
    row('a code in other hands', `${what}, which leaves it to its program`, [...REFUSED, 200], async () => {
      const code = await program.codeOf(browser);
      const refused = await refusalOf(await program.change(code, wrong));
      return [...refused, (await program.change(code)).status];
    }),
  ),
  row('a code in other hands', 'another program, with its own secret', [400, 400, ['auditor']], async () => {
    const ofReports = await program.codeOf(browser, REPORTS);
    const form = { redirect_uri: REPORTS.redirect_uri };
    const byUdm = await program.change(ofReports, form);
    const ofUdm = await program.codeOf(browser);
    const byReports = await program.change(ofUdm, {}, REPORTS_BASIC);
    const tokens = await (await program.change(ofReports, form, REPORTS_BASIC)).json<Tokens>();
    return [byUdm.status, byReports.status, decodeJwt(tokens.access_token)['roles']];
  }),
  row(
    'a code in other hands',
    'a program that shows no challenge, or a plain one',
    [302, 302, 400],
    async () => {
      const none = await program.authorize(queryWithout());
      const plain = await program.authorize(queryWithout('plain'));
      const decided = await browser.ask('POST', '/auth/v3/oauth/consent', {
        request: queryWithout(),
        allow: true,
      });
      return [none.status, plain.status, decided.status];
    },
  ),

  row('what is good once, at the same time', 'an invitation', [200, 400, 400], async () => {
    const root = await callerOf(app, CCID);
    const made = await root('/udm/v10/users', post({ name: 'ivan', roles: [] }));
    const { invitation } = await made.json<{ invitation: string }>();
    const body = { token: new URL(invitation).hash.slice(1), password: 'a long enough secret' };
    const accept = async () => app.request('/auth/v3/invitation', post(body));
    const answers = await Promise.all([accept(), accept()]);
    return [...ascending(answers), (await accept()).status];
  }),
  row('what is good once, at the same time', 'a one-time code', [200, 401, 401], async () => {
    const { name, secret } = await people.enrolled();
    return ascending(await together(name, people.shownCode(secret)));
  }),
  row('what is good once, at the same time', 'a recovery code', [200, 401, 401], async () => {
    const { name, recoveryCodes } = await people.enrolled();
    return ascending(await together(name, recoveryCodes[0] ?? ''));
  }),

  row('wrong state', 'guessed', ['/sign-in?problem=outside-refused', 401], () =>
    signInOutside({}, { answer: { state: 'guessed' } }),
  ),
  row(
    'wrong state',
    'somebody else’s, in a browser that has begun nothing',
    '/sign-in?problem=outside-stale',
    async () => newJar().comeBack(await someAnswer()),
  ),
  row(
    'wrong state',
    'somebody else’s, in one that has begun something',
    '/sign-in?problem=outside-refused',
    async () => {
      const answer = await someAnswer();
      const victim = newJar();
      await victim.begin();
      return victim.comeBack(answer);
    },
  ),
  row('wrong state', 'ten minutes late', '/sign-in?problem=outside-stale', async () => {
    const late = newJar();
    const begun = await late.begin();
    return asOf(START + 600_000, () => late.comeBack({ code: 'c', state: of(begun, 'state'), iss: ISSUER }));
  }),
  row('wrong state', 'twice', ['/jobs?x=1', '/sign-in?problem=outside-stale'], async () => {
    const jar = newJar();
    const begun = await jar.begin();
    issuer.answer = { id_token: await issuer.token({ nonce: of(begun, 'nonce') }) };
    const answer = { code: 'c', state: of(begun, 'state'), iss: ISSUER };
    return [await jar.comeBack(answer), await jar.comeBack(answer)];
  }),
  row('wrong nonce', 'guessed', ['/sign-in?problem=outside-refused', 401], () =>
    signInOutside({ nonce: 'guessed' }),
  ),
  row('wrong nonce', 'none', ['/sign-in?problem=outside-refused', 401], () =>
    signInOutside({ nonce: undefined }),
  ),
];

/** What an issuer answered to another browser. */
async function someAnswer(): Promise<Record<string, string>> {
  const begun = await newJar().begin();
  issuer.answer = { id_token: await issuer.token({ nonce: of(begun, 'nonce') }) };
  return { code: 'c', state: of(begun, 'state'), iss: ISSUER };
}

/** A request without a challenge (RFC 9700, 4.8.2), or with one that shows the verifier itself. */
const queryWithout = (method: string | null = null): string =>
  queryOf({ code_challenge: method === null ? null : VERIFIER, code_challenge_method: method });

/** Signs somebody in three times at once, by one code. */
const together = (name: string, code: string) =>
  Promise.all([1, 2, 3].map(() => people.newBrowser().signIn(name, PASSWORD, { code })));

const post = (json: object): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(json),
  headers: { 'Content-Type': 'application/json' },
});

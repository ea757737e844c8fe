import { PAGE_PATHS } from '../../../src/model/page-paths.ts';
import { Browser } from '../sign-in/browser.ts';
import { of } from '../sign-in/outside-browser.ts';
import { ISSUER } from '../sign-in/outside-issuer.ts';
import { CONSENT, LOOPBACK, queryOf, type Change } from '../sign-in/program.ts';
import { row, type Attack } from './attack.ts';
import { app, browser, codeOf, issuer, newJar, PASSWORD, program, REPORTS } from './world.ts';

const EVIL = 'https://evil.example';

/** Nobody is led there, and no code is given for it. */
const redirects = (
  [
    ['another path of the loopback', { redirect_uri: 'http://127.0.0.1:1/other' }],
    ['localhost, which may lead elsewhere', { redirect_uri: 'http://localhost:1/callback' }],
    ['a host that only begins so', { redirect_uri: 'http://127.0.0.1.evil.example/callback' }],
    ['a user that looks like the host', { redirect_uri: 'http://127.0.0.1:80@evil.example/callback' }],
    ['a fragment', { redirect_uri: `${LOOPBACK}#x` }],
    ['another host', { ...REPORTS, redirect_uri: `${EVIL}/callback?of=udm` }],
    ['a longer path', { ...REPORTS, redirect_uri: 'https://reports.example/callback?of=udm&x=1' }],
    ['a way around', { ...REPORTS, redirect_uri: 'https://reports.example/x/../callback?of=udm' }],
    ['another port', { ...REPORTS, redirect_uri: 'https://reports.example:8443/callback?of=udm' }],
    ['a script', { ...REPORTS, redirect_uri: 'javascript:alert(1)' }],
    ['none', { redirect_uri: null }],
    ['an unknown program', { client_id: 'nobody' }],
    ['no program', { client_id: null }],
  ] satisfies readonly [string, Change][]
).map(([what, wrong]) => {
  const code = 'client_id' in wrong && wrong.client_id !== 'reports' ? 'program-unknown' : 'redirect-unknown';
  return row('open redirect', `of a program: ${what}`, [400, null, code, 400], async () => {
    const answer = await program.authorize(queryOf(wrong));
    const decided = await browser.ask('POST', CONSENT, { request: queryOf(wrong), allow: true });
    return [answer.status, answer.headers.get('Location'), await codeOf(answer), decided.status];
  });
});

/** Pages alone are come back to after a sign-in elsewhere. */
const pages = [EVIL, '//evil.example', String.raw`/\evil.example`, '/assets/x', '/udm/v10/me', 'jobs'].map(
  (to) =>
    row('open redirect', `behind a sign-in elsewhere: ${to}`, 'no:400', async () => {
      const begun = await newJar().begin('', to);
      return begun.href;
    }),
);

/** Headers of a request that no page of this service sends, and the code of the refusal. */
const FOREIGN: readonly [Record<string, string>, string][] = [
  [{ Origin: EVIL }, 'foreign-origin'],
  [{ Origin: 'null' }, 'foreign-origin'],
  [{ Origin: '' }, 'foreign-origin'],
  [{ Origin: 'https://udm.test.evil.example' }, 'foreign-origin'],
  [{ 'X-UDM-Request': '' }, 'change-header-missing'],
  [{ 'X-UDM-Request': '0' }, 'change-header-missing'],
];
const CHANGES = [
  ['DELETE', '/udm/v10/files?filename=x', undefined],
  ['POST', '/udm/v10/import/contacts', undefined],
  ['DELETE', '/udm/v10/me/programs/udm', undefined],
  ['POST', CONSENT, { request: queryOf(), allow: true }],
  ['POST', '/auth/v3/sign-in', { userName: 'ada', password: PASSWORD }],
  ['POST', '/auth/v3/sign-in/again', { password: PASSWORD }],
] as const;
const origins = FOREIGN.flatMap(([headers, code]) =>
  CHANGES.map(([method, path, json]) =>
    row(
      'a request of another origin',
      `${JSON.stringify(headers)} ${method} ${path}`,
      [403, code],
      async () => {
        const refused = await browser.ask(method, path, json, headers);
        return [refused.status, await codeOf(refused)];
      },
    ),
  ),
);

/** What a browser is made to do by pages of others. */
export const BROWSER_TRICKS: readonly Attack[] = [
  ...redirects,
  row('open redirect', 'of a program: an address that stands twice', [400, null], async () => {
    const answer = await program.authorize(`${queryOf()}&redirect_uri=${encodeURIComponent(EVIL)}`);
    return [answer.status, answer.headers.get('Location')];
  }),
  row(
    'open redirect',
    'of a program elsewhere, by a request that is wrong',
    [302, '/authorize', [400, 400]],
    async () => {
      const query = queryOf({ ...REPORTS, response_type: 'token' });
      const answer = await program.authorize(query);
      const shown = await browser.ask('GET', `${CONSENT}?${query}`);
      const decided = await browser.ask('POST', CONSENT, { request: query, allow: false });
      const [path] = (answer.headers.get('Location') ?? '').split('?');
      return [answer.status, path, [shown.status, decided.status]];
    },
  ),
  ...pages,
  ...origins,
  ...['cross-site', 'same-site', 'none'].map((site) =>
    row(
      'a request of another origin',
      `a sign-in elsewhere that others begin: ${site}`,
      '/jobs',
      async () => {
        // It would end as a session of whom they chose.
        const begun = await newJar().begin('', '/jobs', { 'Sec-Fetch-Site': site });
        return begun.pathname;
      },
    ),
  ),
  row(
    'a request of another origin',
    'a sign-in elsewhere of an own page, which goes on',
    '/authorize',
    async () => {
      const begun = await newJar().begin('', '/jobs', { 'Sec-Fetch-Site': 'same-origin' });
      return begun.pathname;
    },
  ),
  row('a request of another origin', 'signing out', [403, 204], async () => {
    const here = await signedIn();
    const foreign = await here.ask('POST', '/auth/v3/sign-out', undefined, { Origin: EVIL });
    return [foreign.status, (await here.ask('GET', '/udm/v10/export/jobs')).status];
  }),
  row('a session that was fixed before', 'one that was somebody’s', [200, true, 401], async () => {
    const here = await signedIn();
    const planted = here.cookie;
    const again = await here.signIn('ada', PASSWORD);
    const thief = new Browser(app);
    thief.cookie = planted;
    const stolen = await thief.ask('GET', '/udm/v10/export/jobs');
    return [again.status, here.cookie !== planted, stolen.status];
  }),
  row('a session that was fixed before', 'a made-up one', false, async () => {
    const here = new Browser(app);
    here.cookie = `__Host-udm=${'x'.repeat(43)}`;
    await here.signIn('ada', PASSWORD);
    return here.cookie.includes('xxx');
  }),
  row('a session that was fixed before', 'before signing in elsewhere', ['/jobs?x=1', false], async () => {
    const jar = newJar();
    jar.cookies.set('__Host-udm', 'fixed-by-somebody');
    const begun = await jar.begin();
    issuer.answer = { id_token: await issuer.token({ nonce: of(begun, 'nonce') }) };
    const location = await jar.comeBack({ code: 'c', state: of(begun, 'state'), iss: ISSUER });
    return [location, jar.cookies.get('__Host-udm') === 'fixed-by-somebody'];
  }),
  ...Object.values(PAGE_PATHS).map((path) =>
    row('a page in a frame', path, true, async () => {
      const answer = await app.request(path.replace(':id', '12'));
      const policy = answer.headers.get('Content-Security-Policy') ?? '';
      return policy.split('; ').includes("frame-ancestors 'none'");
    }),
  ),
];

async function signedIn(): Promise<Browser> {
  const here = new Browser(app);
  await here.signIn('ada', PASSWORD);
  return here;
}

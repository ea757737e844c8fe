import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

const ONE = { name: 'Acme', issuer: 'https://id.acme.example', audience: 'udm', ccid: 'acme' };
const configOf = (change: Readonly<Record<string, string>>) => readConfig({ ...env, ...change });
const issuers = (...items: readonly object[]) => ({ ISSUERS: JSON.stringify(items) });

/** What is said of an environment; nothing where it is taken. */
function refusal(change: Readonly<Record<string, string>>): string {
  try {
    configOf(change);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

it('takes issuers with what is usual, and hides their secrets', () => {
  const { issuers: all } = configOf(issuers({ ...ONE, clientId: 'udm', clientSecret: 'the secret' }));
  expect(all).toMatchObject([
    { ...ONE, algorithms: ['RS256'], claims: { ccid: null, name: 'preferred_username', roles: 'roles' } },
  ]);
  expect(all[0]?.roleNames['UDM UCSX Exporter']).toBe('exporter');
  expect(JSON.stringify(all)).not.toContain('the secret');
  expect(all[0]?.clientSecret?.reveal()).toBe('the secret');
});

it.each<[string, Readonly<Record<string, string>>]>([
  ['ISSUERS (must be a JSON array', { ISSUERS: '{' }],
  ['ISSUERS (must be a JSON array', { ISSUERS: '{}' }],
  ['ISSUERS (issuer 2: audience', issuers(ONE, { ...ONE, audience: 1 })],
  ['ISSUERS (issuer 1: algorithms', issuers({ ...ONE, algorithms: ['HS256'] })],
  ['ISSUERS (issuer 1: algorithms', issuers({ ...ONE, algorithms: ['none'] })],
  ['ISSUERS (issuer 1: algorithms', issuers({ ...ONE, algorithms: [] })],
  ['ISSUERS (issuer 1: roleNames', issuers({ ...ONE, roleNames: { Boss: 'root' } })],
  ['needs ccid, or claims.ccid', issuers({ ...ONE, ccid: null })],
  ['stand twice', issuers(ONE, { ...ONE, name: 'Again' })],
  ['with other jwks', issuers(ONE, { ...ONE, audience: 'b', jwks: 'https://keys.example' })],
  ['issuer and jwks must be addresses', issuers({ ...ONE, jwks: 'keys' })],
  ['ISSUERS (issuer 1: it', issuers({ ...ONE, algorithm: 'RS256' })],
  [
    'ISSUERS (has this service itself',
    { ...issuers({ ...ONE, issuer: 'https://udm.example' }), ORIGIN: 'https://udm.example' },
  ],
  ['PASSWORD_SIGN_IN (can be off only where', { PASSWORD_SIGN_IN: 'off' }],
  ['PASSWORD_SIGN_IN (can be off only where', { ...issuers(ONE), PASSWORD_SIGN_IN: 'off' }],
])('refuses with "%s"', (words, change) => {
  expect(refusal(change)).toContain(words);
});

it('takes no passwords where people can sign in elsewhere', () => {
  const off = configOf({ ...issuers({ ...ONE, clientId: 'udm' }), PASSWORD_SIGN_IN: 'off' });
  expect(off.passwordSignIn).toBe(false);
  expect(configOf({}).passwordSignIn).toBe(true);
});

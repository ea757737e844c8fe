import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import worker from '../../src/index.ts';

const ask = (path: string, change: object) =>
  worker.fetch(new Request(`https://udm.test${path}`), { ...env, ...change }, createExecutionContext());

it.each([
  [{ LINK_KEY: 'no base64 !' }, 'LINK_KEY'],
  [{ LINK_KEY: 'c2hvcnQ=' }, 'LINK_KEY'],
  [{ WRAP_KEYS: 'a:no base64 !' }, 'WRAP_KEYS'],
  [{ MAX_VOLUME_MB: 'x', RETENTION_DAYS: '' }, 'RETENTION_DAYS, MAX_VOLUME_MB'],
  [{ CORS_ORIGINS: 'https://pages.example/app' }, 'CORS_ORIGINS'],
  [{ CORS_ORIGINS: '*' }, 'CORS_ORIGINS'],
  [{ MAIL_FROM: 'udm@acme.example' }, 'MAIL_FROM'],
])('with %j it is 503, and the log names %s', async (change, variables) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const health = await ask('/udm/v10/health', change);
  expect([health.status, await health.json()]).toEqual([503, { status: 'unavailable' }]);
  const other = await ask('/udm/v10/version', change);
  expect(other.status).toBe(503);
  expect(await other.json()).toMatchObject({ status: { code: 503, detail: { code: 'not-configured' } } });
  const line = JSON.parse(String(log.mock.calls[0]?.[0])) as {
    readonly event: string;
    readonly wrong: string;
  };
  expect(line.event).toBe('not-configured');
  expect(line.wrong.match(/[A-Z_]{4,}(?= \()/g)?.join(', ')).toBe(variables);
  log.mockRestore();
});

it('reads a list of origins', () => {
  const of = (CORS_ORIGINS: string) => readConfig({ ...env, CORS_ORIGINS }).corsOrigins;
  expect(of('')).toEqual([]);
  expect(of('https://a.example, http://localhost:5173')).toEqual([
    'https://a.example',
    'http://localhost:5173',
  ]);
});

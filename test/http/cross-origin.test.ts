import { describe, expect, it } from 'vitest';
import { callerOf, config, makeApp, newCenter } from './harness.ts';

const PAGES = 'https://pages.example';
const { app } = makeApp({ config: { ...config, corsOrigins: [PAGES, 'http://localhost:5173'] } });
const preflight = (of: typeof app, origin: string) =>
  of.request('/udm/v10/export/jobs', {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization,content-type',
    },
  });
const allowed = (response: Response) => response.headers.get('Access-Control-Allow-Origin');

describe('scripts of other origins', () => {
  it.each([PAGES, 'http://localhost:5173'])('may call the API from %s, which is listed', async (origin) => {
    const asked = await preflight(app, origin);
    expect([asked.status, allowed(asked)]).toEqual([204, origin]);
    expect(asked.headers.get('Access-Control-Allow-Methods')).toContain('POST');
    expect(asked.headers.get('Access-Control-Allow-Headers')).toMatch(/authorization/i);
    expect(asked.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    const call = await callerOf(app, newCenter());
    for (const path of [
      '/udm/v10/export/jobs',
      '/udm/v10/cipher',
      '/udm/v10/nothing',
      '/udm/v10/export/jobs/x',
    ]) {
      const answer = await call(path, { headers: { Origin: origin } });
      expect([path, allowed(answer)]).toEqual([path, origin]);
      expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('X-Request-Id');
      expect(answer.headers.get('Vary')).toContain('Origin');
    }
  });

  it.each(['https://evil.example', 'https://pages.example.evil.example', 'http://pages.example', 'null'])(
    'are told nothing at %s, which is not',
    async (origin) => {
      const asked = await preflight(app, origin);
      expect([asked.status, allowed(asked)]).toEqual([204, null]);
      expect(asked.headers.get('Allow')).toContain('POST');
      const answer = await app.request('/udm/v10/version', { headers: { Origin: origin } });
      expect([allowed(answer), answer.headers.get('Vary')]).toEqual([null, 'Origin']);
    },
  );

  it('are told nothing by a service that lists none, as it comes', async () => {
    const { app: plain } = makeApp();
    expect(config.corsOrigins).toEqual([]);
    expect(allowed(await preflight(plain, PAGES))).toBeNull();
    const answer = await plain.request('/udm/v10/version', { headers: { Origin: PAGES } });
    expect([allowed(answer), answer.headers.get('Vary')]).toEqual([null, null]);
  });
});

describe('an address under https', () => {
  const HOST = 'udm.example';
  const { app: served } = makeApp({ config: { ...config, origin: `https://${HOST}` } });
  const told = async (url: string, init: RequestInit = {}) => {
    const answer = await served.request(url, { redirect: 'manual', ...init });
    return [answer.status, answer.headers.get('Strict-Transport-Security'), answer.headers.get('Location')];
  };

  it('tells browsers to come by https alone, for a year', async () => {
    expect(await told(`https://${HOST}/udm/v10/version`)).toEqual([200, 'max-age=31536000', null]);
    const { app: local } = makeApp({ config: { ...config, origin: 'http://127.0.0.1:8787' } });
    const answer = await local.request('http://127.0.0.1:8787/udm/v10/version');
    expect([answer.status, answer.headers.get('Strict-Transport-Security')]).toEqual([200, null]);
  });

  it('sends a page that is opened by http there, and refuses what carries a token or changes anything', async () => {
    const http = `http://${HOST}/udm/v10/version?a=1`;
    expect(await told(http)).toEqual([308, null, `https://${HOST}/udm/v10/version?a=1`]);
    for (const headers of [{ Authorization: 'Bearer t' }, { Cookie: 'a=b' }, { 'X-Api-Key': 'k' }])
      expect(await told(http, { headers })).toEqual([403, null, null]);
    expect(await told(`http://${HOST}/auth/v3/oauth/token`, { method: 'POST' })).toEqual([403, null, null]);
  });
});

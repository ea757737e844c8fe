import { describe, expect, it } from 'vitest';
import { PAGE_PATHS } from '../../../src/model/page-paths.ts';
import { makeApp } from '../harness.ts';

const { app } = makeApp();
const paths = Object.values(PAGE_PATHS).map((path) => path.replace(':id', '12'));

describe('the pages of the web application', () => {
  it.each(paths)('stand at %s', async (path) => {
    const response = await app.request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toContain('text/html');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const text = await response.text();
    expect(text).toContain('<script type="module" src="/assets/app/main-1.js"></script>');
    expect(text).toContain('<link rel="stylesheet" href="/assets/app/shared-2.css">');
    expect(text).toContain('<link rel="modulepreload" href="/assets/app/shared-2.js">');
    expect(text).not.toContain('other-3');
  });

  it('name at once all that they load, style sheets behind those that they build on', async () => {
    const filesOf = async (path: string, language: string) => {
      const answer = await app.request(path, { headers: { 'Accept-Language': language } });
      return [...(await answer.text()).matchAll(/\/assets\/app\/([^"]+)/g)].map(([, file]) => file);
    };
    const styles = ['shared-2.css', 'main-1.css', 'list-5.css', 'jobs-4.css'];
    const chunks = ['main-1.js', 'shared-2.js', 'de-7.js', 'jobs-4.js', 'list-5.js', 'de-lists-8.js'];
    expect(await filesOf('/jobs', 'fr, de-CH;q=0.9, en;q=0.8')).toEqual([...styles, ...chunks]);
    expect(await filesOf('/audit', 'fr')).toEqual([
      ...styles.slice(0, 2),
      'main-1.js',
      'shared-2.js',
      'en-6.js',
    ]);
  });

  it('let nothing run or be styled but what is theirs', async () => {
    const [first, second] = await Promise.all([app.request('/jobs'), app.request('/jobs')]);
    const policy = first.headers.get('Content-Security-Policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(nonce).toHaveLength(24);
    expect(await first.text()).toContain(`nonce="${nonce}"`);
    expect(second.headers.get('Content-Security-Policy')).not.toContain(nonce);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    for (const part of ["default-src 'self'", "require-trusted-types-for 'script'"])
      expect(policy.split('; ')).toContain(part);
  });

  it.each(['/jobs/abc', '/jobs/0', '/jobs/12/13', '/history/-1', '/peoples', '/assets', '/index.html'])(
    'are not at %s',
    async (path) => {
      const response = await app.request(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('Link')).toContain('</udm/docs>');
    },
  );

  it('are asked for anew when the built files could not be read', async () => {
    let asked = 0;
    const assets = {
      fetch: async () =>
        ++asked === 1
          ? new Response(null, { status: 500 })
          : Response.json({ 'main.tsx': { file: 'main-9.js' } }),
    };
    const { app: other } = makeApp({ assets });
    expect((await other.request('/')).status).toBe(500);
    expect(await (await other.request('/')).text()).toContain('main-9.js');
    await other.request('/jobs');
    expect(asked).toBe(2);
  });
});

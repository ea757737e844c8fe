import { describe, expect, it } from 'vitest';
import { makeApp } from '../harness.ts';

const { app } = makeApp();
interface Document {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { operationId: string; deprecated?: boolean }>>>
  >;
}

describe.each(['v10', 'v4', 'v3'])('the document of %s', (version) => {
  it('is OpenAPI 3.1, answered to everybody, of this version alone', async () => {
    const response = await app.request(`https://udm.example:8443/udm/${version}/openapi.json`);
    expect(response.status).toBe(200);
    const document = await response.json<Document>();
    expect([document.openapi, document.servers]).toEqual(['3.1.0', [{ url: 'https://udm.example:8443' }]]);
    const foreign = ['v10', 'v4', 'v3'].filter((name) => name !== version);
    for (const name of foreign)
      expect(Object.keys(document.paths).some((path) => path.startsWith(`/udm/${name}/`))).toBe(false);
    // The operation that issues tokens is one for all versions.
    const operations = Object.entries(document.paths)
      .filter(([path]) => version === 'v10' || path !== '/auth/v3/oauth/token')
      .flatMap(([, item]) => Object.values(item));
    expect(Object.keys(document.paths)).toContain('/auth/v3/oauth/token');
    expect(operations.every(({ deprecated }) => (deprecated ?? false) === (version !== 'v10'))).toBe(true);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  it('is a page for people, whose scripts are its own alone', async () => {
    const path = version === 'v10' ? '/udm/docs' : `/udm/docs/${version}`;
    const response = await app.request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toMatch('text/html');
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toMatch("default-src 'none'");
    const [, nonce] = /script-src 'self' 'nonce-([^']{24})';/.exec(policy) ?? [];
    const page = await response.text();
    expect(page.match(/<script[^>]*>/g)).toEqual([`<script type="module" nonce="${nonce}">`]);
    expect((await app.request(path)).headers.get('Content-Security-Policy')).not.toBe(policy);
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(page).toContain(`default: name === '${version}'`);
    for (const [, document] of page.matchAll(/href="(\/udm\/v[^"]+)"/g))
      expect((await app.request(document ?? '')).status).toBe(200);
  });
});

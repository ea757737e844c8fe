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
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    expect(operations.every(({ deprecated }) => (deprecated ?? false) === (version !== 'v10'))).toBe(true);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  it('is a page for people, without anything from elsewhere', async () => {
    const document = await (await app.request(`/udm/${version}/openapi.json`)).json<Document>();
    const response = await app.request(version === 'v10' ? '/udm/docs' : `/udm/docs/${version}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toMatch('text/html');
    expect(response.headers.get('Content-Security-Policy')).toMatch("default-src 'none'");
    const page = await response.text();
    for (const [path, item] of Object.entries(document.paths)) {
      expect(page).toContain(`<code>${path}</code>`);
      for (const { operationId } of Object.values(item)) expect(page).toContain(`id="${operationId}"`);
    }
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(page).not.toContain('<script');
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(20);
    for (const id of new Set(targets)) expect(page).toContain(`id="${id}"`);
    for (const [, path] of page.matchAll(/href="(\/[^"]+)"/g))
      expect((await app.request(path ?? '')).status).toBe(200);
  });
});

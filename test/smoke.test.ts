import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';

it('has its tables', async () => {
  const { results } = await env.DB.prepare('SELECT name FROM sqlite_master').all();
  expect(results.length).toBeGreaterThan(5);
});

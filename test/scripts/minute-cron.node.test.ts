import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { fireEveryMinute } from '../../scripts/dev/minute-cron.ts';
import { EVERY_MINUTE, HOURLY } from '../../src/jobs/crons.ts';

afterEach(() => vi.useRealTimers());

it('fires the Cron handler with its expression at each full minute until it is stopped', async () => {
  const urls: string[] = [];
  const server = createServer((request, response) => {
    urls.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2026, 0, 1, 0, 15, 30) });
  const stop = new AbortController();
  // A TCP server's address is an object.
  const { port } = server.address() as AddressInfo;
  fireEveryMinute(`http://127.0.0.1:${port}`, stop.signal);
  vi.advanceTimersByTime(29_999);
  const early = urls.length;
  vi.advanceTimersByTime(1);
  await vi.waitFor(() => expect(urls).toHaveLength(1));
  vi.advanceTimersByTime(60_000);
  // At minute 17 the hourly one, too.
  await vi.waitFor(() => expect(urls).toHaveLength(3));
  stop.abort();
  vi.advanceTimersByTime(180_000);
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(early).toBe(0);
  const [everyMinute, hourly] = ['*', '17'].map(
    (minute) => `/cdn-cgi/local/scheduled?cron=${minute}+*+*+*+*`,
  );
  expect(urls.toSorted()).toEqual([everyMinute, everyMinute, hourly]);
});

it('fires what wrangler.toml tells the platform to fire', () => {
  const settings = readFileSync(new URL('../../wrangler.toml', import.meta.url), 'utf8');
  const [, crons = ''] = /^crons = (.*)$/m.exec(settings) ?? [];
  expect(JSON.parse(crons)).toEqual([EVERY_MINUTE, HOURLY]);
});

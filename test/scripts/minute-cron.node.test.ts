import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { fireEveryMinute } from '../../scripts/dev/minute-cron.ts';

afterEach(() => vi.useRealTimers());

it('fires the Cron handler with its expression at each full minute until it is stopped', async () => {
  const urls: string[] = [];
  const server = createServer((request, response) => {
    urls.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2026, 0, 1, 0, 0, 30) });
  const stop = new AbortController();
  // A TCP server's address is an object.
  const { port } = server.address() as AddressInfo;
  fireEveryMinute(`http://127.0.0.1:${port}`, stop.signal);
  vi.advanceTimersByTime(29_999);
  const early = urls.length;
  vi.advanceTimersByTime(1);
  await vi.waitFor(() => expect(urls).toHaveLength(1));
  vi.advanceTimersByTime(60_000);
  await vi.waitFor(() => expect(urls).toHaveLength(2));
  stop.abort();
  vi.advanceTimersByTime(180_000);
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(early).toBe(0);
  expect(urls).toEqual(Array(2).fill('/cdn-cgi/local/scheduled?cron=*+*+*+*+*'));
});

import { expect, it, vi } from 'vitest';
import wranglerToml from '../../wrangler.toml?raw';
import { signLink } from '../../src/http/downloads/link.ts';
import { callerOf, config, makeApp, newCenter, START } from './harness.ts';

it('logs of a failed request its route alone, never what its path or query names', async () => {
  const { app } = makeApp({
    eraseContact: () => Promise.reject(new Error('a defect')),
    bucket: { head: () => Promise.reject(new Error('a defect')) } as unknown as R2Bucket, // all that is asked
  });
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const call = await callerOf(app, newCenter());
  const response = await call('/udm/v10/contacts/Ada%20Lovelace?_=secret', { method: 'DELETE' });
  expect(response.status).toBe(500);
  const [line] = told.mock.lastCall ?? [];
  expect(JSON.parse(String(line))).toMatchObject({
    event: 'request-failed',
    method: 'DELETE',
    path: '/udm/v10/contacts/:contactId',
    request: response.headers.get('X-Request-Id'),
  });
  const link = signLink(
    config.linkKeys,
    { name: 'secret.zip', key: 'secret-key' },
    {
      at: START,
      expiresAt: START + 60_000,
    },
  );
  expect((await app.request(link)).status).toBe(500);
  expect(JSON.parse(String(told.mock.lastCall?.[0]))).toMatchObject({ path: '/udm/download/:filename' });
  expect(told.mock.calls.flat().join('')).not.toMatch(/Ada|Lovelace|secret|signature/);
});

it('has the platform write down no URL of its own', () => {
  expect(wranglerToml).toMatch(/^\[observability\]\nenabled = true\nredact_query_string = true$/m);
  expect(wranglerToml).toMatch(/^\[observability\.logs\]\nenabled = true\ninvocation_logs = false$/m);
});

import { env } from 'cloudflare:workers';
import { expect, it, vi } from 'vitest';
import { tellEndingCertificates } from '../../src/jobs/sweeps/certificates.ts';
import { saveCertificate } from '../../src/store/certificates.ts';

const NOW = Date.UTC(2026, 10, 20);
const DAY = 86_400_000;

it('tells the log of certificates from 30 days before their end, and of those that ended a while ago', async () => {
  for (const days of [-40, -1, 0, 29, 31])
    await saveCertificate(env.DB, `ends-${days}`, {
      name: 'c',
      size: 1,
      der: Buffer.from([0]),
      subject: 'CN=secret',
      fingerprint: 'f'.repeat(64),
      notBefore: 0,
      notAfter: NOW + days * DAY,
      uploadedAt: 0,
    });
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await tellEndingCertificates(env.DB, NOW);
  const told = warn.mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, string>);
  warn.mockRestore();
  expect(told.map(({ event, ccid }) => [event, ccid])).toEqual([
    ['certificate-expired', 'ends--1'],
    ['certificate-ends-soon', 'ends-0'],
    ['certificate-ends-soon', 'ends-29'],
  ]);
  expect(told[2]).toMatchObject({ until: '2026-12-19T00:00:00.000Z', fingerprint: 'f'.repeat(64) });
  expect(JSON.stringify(told)).not.toContain('secret');
});

import { expect, it } from 'vitest';
import { warningText } from '../../src/labels/warning-text.ts';
import { certificateWarnings } from '../../src/model/certificate-warnings.ts';

const NOW = Date.UTC(2026, 10, 20);
const DAY = 86_400_000;

it('counts the last of several to end', () => {
  const certificates = [5, 400, -3].map((days) => ({ notAfter: NOW + days * DAY }));
  const nothing = { nextStartsAt: null, now: NOW };
  expect(certificateWarnings(certificates, nothing)).toEqual([]);
  expect(certificateWarnings(certificates, { nextStartsAt: NOW + 401 * DAY, now: NOW })).toMatchObject([
    { code: 'start-after-certificate' },
  ]);
  expect(certificateWarnings([], nothing)).toEqual([]);
});

it.each<[string, number, number | null, readonly string[]]>([
  ['in 31 days', 31 * DAY, null, []],
  ['in 30 days', 30 * DAY, null, ['certificate-ends-soon']],
  ['now', 0, null, ['certificate-ends-soon']],
  ['a moment ago', -1, null, ['certificate-expired']],
  ['in 31 days, the next start comes before', 31 * DAY, 30 * DAY, []],
  ['in 31 days, the next start comes with it', 31 * DAY, 31 * DAY, []],
  ['in 31 days, the next start comes after', 31 * DAY, 31 * DAY + 1, ['start-after-certificate']],
  [
    'in 3 days, the next start comes after',
    3 * DAY,
    4 * DAY,
    ['start-after-certificate', 'certificate-ends-soon'],
  ],
])('a certificate that ends %s', (_, end, start, codes) => {
  const nextStartsAt = start === null ? null : NOW + start;
  const warnings = certificateWarnings([{ notAfter: NOW + end }], { nextStartsAt, now: NOW });
  expect(warnings.map(({ code }) => code)).toEqual(codes);
  for (const warning of warnings)
    for (const language of ['en', 'de'] as const) {
      const text = warningText(warning, language);
      expect(text).not.toMatch(/[{}]/);
      expect(text).toContain(new Date(NOW + end).toISOString());
      if (warning.code === 'start-after-certificate')
        expect(text).toContain(new Date(NOW + (start ?? 0)).toISOString());
    }
});

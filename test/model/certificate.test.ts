import { expect, it } from 'vitest';
import { invalidity } from '../../src/model/certificate.ts';

const notBefore = Date.UTC(2026, 0, 1);
const notAfter = Date.UTC(2026, 11, 31, 23, 59, 59);

it.each([
  [notBefore - 1, 'is not valid before 2026-01-01T00:00:00.000Z'],
  [notBefore, null],
  [notAfter, null],
  [notAfter + 1, 'expired on 2026-12-31T23:59:59.000Z'],
])('both ends of a certificate are valid (%d)', (now, words) => {
  expect(invalidity({ notBefore, notAfter }, now)).toBe(words);
});

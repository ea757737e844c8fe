import { expect, it } from 'vitest';
import { checkValidity } from '../../src/model/certificate.ts';

const notBefore = Date.UTC(2026, 0, 1);
const notAfter = Date.UTC(2026, 11, 31, 23, 59, 59);

it.each([
  [notBefore - 1, 'certificate-not-yet-valid'],
  [notBefore, null],
  [notAfter, null],
  [notAfter + 1, 'certificate-expired'],
])('both ends of a certificate are valid (%d)', (now, code) => {
  const validity = checkValidity({ notBefore, notAfter }, now, 'file');
  expect(validity.ok ? null : validity.failure.code).toBe(code);
});

import { expect, it } from 'vitest';
import { checkValidity, recipientsAt } from '../../src/model/certificate.ts';

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

it('a run is sealed for every certificate that is valid, in their order, and for none only where none is', () => {
  const valid = { name: 'valid', notBefore, notAfter };
  const ended = { name: 'ended', notBefore, notAfter: notBefore + 5 };
  const later = { name: 'later', notBefore, notAfter: notAfter + 9 };
  const at = (now: number, ...certificates: readonly (typeof valid)[]) => {
    const recipients = recipientsAt(certificates, now);
    return recipients.ok ? recipients.value.map(({ name }) => name) : recipients.failure.code;
  };
  expect(at(notAfter, ended, valid, later)).toEqual(['valid', 'later']);
  expect(at(notBefore, later, ended, valid)).toEqual(['later', 'ended', 'valid']);
  expect(at(notAfter + 10, valid, later)).toBe('certificate-expired');
  expect(at(notBefore - 1, valid)).toBe('certificate-not-yet-valid');
  expect(at(notBefore)).toBe('certificate-needed');
});

import type { AttributeTypeAndValue, Name } from '@peculiar/asn1-x509';

/** Attribute types that RFC 4514 section 3 names; others are shown by their OID. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.6': 'C',
  '2.5.4.9': 'STREET',
  '0.9.2342.19200300.100.1.25': 'DC',
  '0.9.2342.19200300.100.1.1': 'UID',
};

/** A name as text: the last relative name first, values escaped (RFC 4514 section 2). */
export const distinguishedName = (name: Name): string =>
  [...name]
    .toReversed()
    .map((relative) => [...relative].map(attribute).join('+'))
    .join(',');

const attribute = ({ type, value }: AttributeTypeAndValue): string =>
  `${SHORT_NAMES[type] ?? type}=${escape(value.toString())}`;

const escape = (value: string): string =>
  value
    .replaceAll(/[\\,+"<>;]/g, '\\$&')
    .replaceAll('\0', '\\00')
    .replace(/^[ #]/, '\\$&')
    .replace(/ $/, '\\ ');

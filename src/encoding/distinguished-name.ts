import { Buffer } from 'node:buffer';
import { elementsOf, DerError, TAG, type DerElement } from './der.ts';
import { directoryValue, type DirectoryValue } from './directory-string.ts';
import { dottedOid } from './object-identifier.ts';

/**
 * Attribute types by the names that stand for them (RFC 4514 clause 3, and those of RFC 4519 and 5280 that are registered for LDAP);
 * others are shown by their OID.
 */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.13': 'description',
  '2.5.4.15': 'businessCategory',
  '2.5.4.17': 'postalCode',
  '2.5.4.41': 'name',
  '2.5.4.42': 'givenName',
  '2.5.4.43': 'initials',
  '2.5.4.44': 'generationQualifier',
  '2.5.4.46': 'dnQualifier',
  '2.5.4.65': 'pseudonym',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

interface Attribute {
  readonly type: string;
  readonly value: DerElement;
  readonly read: DirectoryValue;
}

/** A name that OpenSSL does not read. */
export class UnreadableName extends DerError {}

/**
 * A name as text (RFC 4514 clause 2): the last part first, values escaped, values of types without a name in hex. Throws
 * an UnreadableName for a name that OpenSSL would refuse the certificate for, and a DerError for what is no name.
 *
 *     Name ::= SEQUENCE OF RelativeDistinguishedName
 *     RelativeDistinguishedName ::= SET OF SEQUENCE { type OBJECT IDENTIFIER, value ANY }
 */
export const distinguishedName = (name: DerElement): string =>
  elementsOf(name.content)
    .map((relative) => attributesOf(relative).map(shown).toReversed().join('+'))
    .toReversed()
    .join(',');

function attributesOf(relative: DerElement): readonly Attribute[] {
  const attributes = elementsOf(relative.content);
  if (relative.tag !== TAG.set || attributes.length === 0) throw new DerError('a name has an empty part');
  return attributes.map((attribute) => {
    const [type, value, ...more] = elementsOf(attribute.content);
    if (attribute.tag !== TAG.sequence || type?.tag !== TAG.objectIdentifier || !value || more.length > 0)
      throw new DerError('a name has a part that is no type and value');
    const read = directoryValue(value);
    if (read === 'unreadable') throw new UnreadableName('a name has a value that is no text of its type');
    return { type: dottedOid(type.content), value, read };
  });
}

function shown({ type, value, read }: Attribute): string {
  const name = SHORT_NAMES[type];
  if (name === undefined || read === 'no-text' || read === 'unreadable')
    return `${name ?? type}=#${Buffer.from(value.bytes).toString('hex').toUpperCase()}`;
  return `${name}=${escaped(read.text)}`;
}

/** RFC 4514 clause 2.4. Control characters may be escaped as well, and are, so that a name stays one line. */
function escaped(text: string): string {
  const characters = Array.from(text);
  return characters
    .map((character, index) => {
      if (/\p{Cc}/u.test(character))
        return Buffer.from(character).toString('hex').toUpperCase().replaceAll(/../g, '\\$&');
      const atEdge = index === 0 || index === characters.length - 1;
      const special = '\\,+"<>;'.includes(character) || (character === ' ' && atEdge);
      return special || (character === '#' && index === 0) ? `\\${character}` : character;
    })
    .join('');
}

import { DAY_MS } from '../../src/model/instant.ts';
import type { HistoryOptions } from './history.ts';
import { paragraphs, properName } from './prose.ts';
import { idOf, randomOf } from './random.ts';

const TENANT = 101;

interface Person {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly createdAt: number;
}

/** The contact of a number, a person made of syllables with an address that RFC 2606 keeps free. */
export function personOf({ seed, start, days }: HistoryOptions, n: number): Person {
  const random = randomOf(seed, `contact/${n}`);
  const firstName = properName(random);
  const lastName = properName(random);
  const host = random.pick(['example.com', 'example.net', 'example.org']);
  return {
    id: idOf(seed, '0000', `contact/${n}`),
    firstName,
    lastName,
    email: `${firstName}.${lastName}${n}@${host}`.toLowerCase(),
    // 555-01xx is the range that the North American plan keeps for fiction.
    phone: `+1${random.integer(201, 989)}55501${String(random.integer(0, 99)).padStart(2, '0')}`,
    createdAt: start + Math.floor(random.next() * days * DAY_MS),
  };
}

/** One line of `contacts` (guide, "Contact schema"). */
export function contactRecord(options: HistoryOptions, n: number): Record<string, unknown> {
  const person = personOf(options, n);
  const date = new Date(person.createdAt).toISOString();
  return {
    CONTACTID: person.id,
    TENANTID: TENANT,
    CREATEDDATE: date,
    MODIFIEDDATE: date,
    STRATTRIBUTE1: person.phone,
    STRATTRIBUTE2: person.email,
    STRATTRIBUTE4: person.lastName,
    STRATTRIBUTE5: person.firstName,
  };
}

/** The lines of `contact-attributes` of one contact (guide, "Contact Attributes schema"). */
export function attributeRecords(options: HistoryOptions, n: number): readonly Record<string, unknown>[] {
  const person = personOf(options, n);
  const random = randomOf(options.seed, `attributes/${n}`);
  const values: [name: string, value: string][] = [
    ['FirstName', person.firstName],
    ['LastName', person.lastName],
    ['EmailAddress', person.email],
  ];
  if (random.next() < 0.5) values.push(['PhoneNumber', person.phone]);
  if (random.next() < 0.1) values.push(['Notes', paragraphs(random, 120)]);
  return values.map(([name, value]) => ({
    ID: idOf(options.seed, '0001', `attribute/${n}/${name}`),
    CONTACTID: person.id,
    ATTRIBUTEID: idOf(options.seed, '000A', name),
    ATTRIBUTENAME: name,
    STRVALUE: value,
    STRVALUELOWERCASE: value.toLowerCase(),
    ISPRIMARY: 1,
    TENANTID: TENANT,
  }));
}

import { Readable } from 'node:stream';
import type { Random } from '../../generate/random.ts';
import { importLines } from '../../udm/import-file.ts';
import type { Session } from '../../../src/client/session.ts';
import { digestOf, type Expected, type ExpectedEntry } from './expected.ts';

const LINES = 20;
const FIRST_DAY = Date.parse('2024-03-01T00:00:00.000Z');

/** What is known of the records of one contact: an import or an erasure that was not answered has taken place or not. */
type Fate = 'sent' | 'there' | 'erasing' | 'erased';

/** What the neighbour imports and erases: each import is the interactions of one contact, so many lines. */
export class NeighbourRecords {
  readonly #session: Session;
  readonly #accuse: (what: string) => void;
  readonly #fates: Fate[] = [];

  constructor(session: Session, accuse: (what: string) => void) {
    this.#session = session;
    this.#accuse = accuse;
  }

  async importNew(): Promise<void> {
    await this.#import(this.#fates.push('sent') - 1);
  }

  /** Erases a contact whose records are there for sure, or sends records of an erased one once more, which must be refused. */
  async eraseOne(random: Random): Promise<void> {
    const there = this.#contacts('there');
    if (there.length > 0) await this.#erase(random.pick(there));
    const erased = this.#contacts('erased');
    if (erased.length === 0) return;
    const contact = random.pick(erased);
    const { received, rejected } = await this.#send(contact);
    if (rejected !== received)
      this.#accuse(`of ${received} records of the erased contact ${contact} ${rejected} were refused`);
  }

  /** Asks once more for what no answer told of. */
  async settle(): Promise<void> {
    for (const contact of this.#contacts('sent')) await this.#import(contact);
    for (const contact of this.#contacts('erasing')) await this.#erase(contact);
  }

  /** What an export of everything must hold now. */
  expected(): Expected {
    const entry: ExpectedEntry = new Map();
    for (const contact of this.#contacts('there'))
      for (const id of idsOf(contact))
        entry.set(id, { order: `${dateOf(id)} ${id}`, digest: digestOf(Buffer.from(lineOf(id, contact))) });
    return new Map([['EmailIn', entry]]);
  }

  #contacts(fate: Fate): readonly number[] {
    return this.#fates.flatMap((known, contact) => (known === fate ? [contact] : []));
  }

  async #import(contact: number): Promise<void> {
    const report = await this.#send(contact);
    if (report.rejected > 0 || report.received !== LINES)
      this.#accuse(`an import of ${LINES} lines was answered ${JSON.stringify(report)}`);
    this.#fates[contact] = 'there';
  }

  async #erase(contact: number): Promise<void> {
    const again = this.#fates[contact] === 'erasing';
    this.#fates[contact] = 'erasing';
    const answer = await this.#session.send(`/contacts/${nameOf(contact)}`, { method: 'DELETE' });
    if (answer.status !== 200 && !(again && answer.status === 404)) return;
    this.#fates[contact] = 'erased';
    if (answer.status !== 200) return;
    const { interactions } = (await answer.json()) as { readonly interactions: number };
    if (!again && interactions !== LINES)
      this.#accuse(`an erasure of ${LINES} interactions was answered with ${interactions}`);
  }

  #send(contact: number) {
    const text = idsOf(contact).map((id) => `${lineOf(id, contact)}\n`);
    return importLines(this.#session, 'interactions', Readable.from([Buffer.from(text.join(''))]));
  }
}

const idsOf = (contact: number): readonly string[] =>
  Array.from({ length: LINES }, (_, at) => `N${String(contact * LINES + at).padStart(8, '0')}`);

const nameOf = (contact: number): string => `neighbour-${contact}`;

const dateOf = (id: string): string => new Date(FIRST_DAY + Number(id.slice(1)) * 1_000).toISOString();

const lineOf = (id: string, contact: number): string =>
  JSON.stringify({
    IXNID: id,
    STARTDATE: dateOf(id),
    MEDIATYPEID: 'email',
    ENTITYTYPEID: 0,
    CONTACTID: nameOf(contact),
    TEXT: id.repeat(20),
  });

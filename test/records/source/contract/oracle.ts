import { Buffer } from 'node:buffer';
import { KINDS_OF, type Kind } from '../../../../src/model/records.ts';
import type { Scope } from '../../../../src/records/source/source.ts';

/** What was imported of one contact center, line by line, each id once. */
export type Imported = Readonly<Record<Kind, readonly string[]>>;

/** An entry as any source has to give it. */
export interface ExpectedEntry {
  readonly kind: Kind;
  readonly entity: number;
  readonly lines: readonly string[];
}

interface Placed {
  readonly line: string;
  readonly owner: string;
  readonly id: string;
  readonly date: number;
  readonly entity: number;
  readonly media: string;
}

/** The entries of a whole window, found by reading everything: owners before members, by entity type; lines in order. */
export function expectedEntries(imported: Imported, scope: Scope): readonly ExpectedEntry[] {
  const { owners, members } = KINDS_OF[scope.type];
  const placed = imported[owners].map(ownerOf);
  const byId = new Map(placed.map((owner) => [owner.id, owner]));
  const belonging = imported[members].flatMap((line) => memberOf(line, byId));
  const withMembers = scope.type === 'Contact' || scope.attachments;
  return [
    ...entriesOfKind(owners, placed, scope),
    ...(withMembers ? entriesOfKind(members, belonging, scope) : []),
  ];
}

function ownerOf(line: string): Placed {
  const fields = JSON.parse(line) as Record<string, string>;
  const interaction = 'IXNID' in fields;
  return {
    line,
    owner: '',
    id: (interaction ? fields['IXNID'] : fields['CONTACTID'])!,
    date: Date.parse((interaction ? fields['STARTDATE'] : fields['CREATEDDATE'])!),
    entity: interaction ? Number(fields['ENTITYTYPEID']) : 100,
    media: fields['MEDIATYPEID']?.toLowerCase() ?? '',
  };
}

/** One whose owner is not there is in no entry. */
function memberOf(line: string, owners: ReadonlyMap<string, Placed>): readonly Placed[] {
  const fields = JSON.parse(line) as Record<string, string>;
  const owner = owners.get(fields['ENTITYID'] ?? fields['CONTACTID']!);
  return owner ? [{ ...owner, line, owner: owner.id, id: fields['ID']! }] : [];
}

function entriesOfKind(kind: Kind, records: readonly Placed[], scope: Scope): ExpectedEntry[] {
  const within = records.filter(
    ({ date, media }) =>
      (scope.from === null || date >= scope.from) &&
      (scope.to === null || date < scope.to) &&
      (scope.media === null || scope.media.includes(media)),
  );
  const byEntity = Map.groupBy(within, ({ entity }) => entity);
  return [...byEntity]
    .toSorted(([a], [b]) => a - b)
    .map(([entity, found]) => ({ kind, entity, lines: found.toSorted(inOrder).map(({ line }) => line) }));
}

const inOrder = (a: Placed, b: Placed): number =>
  a.date - b.date || byBytes(a.owner, b.owner) || byBytes(a.id, b.id);

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

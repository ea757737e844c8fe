import { createHash } from 'node:crypto';
import type { Kind } from '../../src/model/records.ts';
import { KIND_RULES, kindCode } from '../../src/records/kinds.ts';
import type { AskedRecords, RecordFate, RecordFates, Incoming } from '../../src/records/packed/protocol.ts';
import { isPlaced, type KnownRow } from './keys.ts';
import type { RecordTables } from './record-tables.ts';
import { jsonTexts } from './values.ts';

/** What becomes of records if they came now, and what is known of them. */
export interface Classified extends RecordFates {
  readonly known: ReadonlyMap<string, KnownRow>;
}

/** Tells new, changed and same records apart by their hashes, and where each stands. */
export function classify(tables: RecordTables, { kind, records }: AskedRecords): Classified {
  const rule = KIND_RULES[kind];
  const known = tables.keys.find(
    kind,
    records.map(({ id }) => id),
  );
  const owners =
    rule.role === 'member'
      ? tables.keys.find(rule.owners, new Set(records.map(({ owner }) => owner)))
      : new Map<string, KnownRow>();
  const refused = erasedOf(tables, kind, records);
  const isOrphan = (owner: string) => refused.has(owner) && !owners.has(owner);
  const fates = records.map((record): RecordFate => {
    const erased = rule.role === 'owner' ? refused.has(record.id) : isOrphan(record.owner);
    if (erased) return { fate: 'refused', place: null };
    const place = rule.role === 'member' ? placeBy(owners.get(record.owner)) : record.place;
    const before = known.get(record.id);
    if (!before) return { fate: 'new', place };
    return { fate: before.hash === record.hash ? 'same' : 'changed', place };
  });
  return { fates, stamp: createHash('sha256').update(JSON.stringify(fates)).digest('hex'), known };
}

/** The place that an owner gives its members; null without one. */
export const placeBy = (owner: KnownRow | undefined): RecordFate['place'] =>
  owner && isPlaced(owner) ? { entity: owner.entity, media: owner.media, date: owner.date } : null;

/**
 * Ids that were erased, of the records themselves or of their owners. A contact may come again; an interaction that was erased with its
 * contact may not, and neither may what belongs to one that is not there.
 */
function erasedOf(tables: RecordTables, kind: Kind, records: readonly Incoming[]): ReadonlySet<string> {
  if (kind === 'contacts') return new Set();
  const rule = KIND_RULES[kind];
  const [of, ids] =
    rule.role === 'member'
      ? [rule.owners, new Set(records.map(({ owner }) => owner))]
      : [kind, records.map(({ id }) => id)];
  const found = [...jsonTexts(ids)].flatMap((text) =>
    tables.sql
      .exec<{ id: string }>(
        'SELECT e.id FROM json_each(?1) AS i CROSS JOIN erased AS e ON e.kind = ?2 AND e.id = i.value',
        text,
        kindCode(of),
      )
      .toArray(),
  );
  return new Set(found.map(({ id }) => id));
}

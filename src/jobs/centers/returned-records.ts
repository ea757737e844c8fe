import type { BackupLine } from '../../model/backup.ts';
import { dataTypeOf, KINDS, KINDS_OF, type DataType, type Kind } from '../../model/records.ts';
import { retrying } from '../../platform/retry.ts';
import { storesIn } from '../../records/stores.ts';
import { recordStores, type CenterContext } from './context.ts';

type CountsByKind = Readonly<Record<Kind, number>>;

/** Takes in what a backup knows of records beside their texts. Answers how many records of each kind went since their owners were erased. */
export async function bringRecordNotes(
  { records }: Pick<CenterContext, 'records'>,
  ccid: string,
  lines: readonly BackupLine[],
): Promise<CountsByKind> {
  const storeOf = (type: DataType) => storesIn(records)(ccid, type);
  const gone = noneOfAny();
  for (const line of lines) {
    if (line.kind === 'media') await retrying(() => storeOf('Interaction').rememberMedia(line.names));
    if (line.kind !== 'erased') continue;
    const { of, ids } = line;
    const { owners, members } = await storeOf(dataTypeOf(of)).eraseAgain({ kind: of, ids });
    gone[of] += owners;
    gone[of === 'contacts' ? 'contact-attributes' : 'documents'] += members;
  }
  return gone;
}

/** Records by kind, those that wait for their owners included. */
export async function recordsThere(
  context: Pick<CenterContext, 'source' | 'records'>,
  ccid: string,
): Promise<CountsByKind> {
  const found = noneOfAny();
  for (const [type, store] of recordStores(context, ccid)) {
    const scope = { ccid, type, from: null, to: null, media: null, attachments: true, changes: null };
    let waiting = await store.count(Number.MAX_SAFE_INTEGER);
    for (const { kind, records } of await context.source.totals(scope)) {
      found[kind] += records;
      waiting -= records;
    }
    found[KINDS_OF[type].members] += waiting;
  }
  return found;
}

const noneOfAny = (): Record<Kind, number> =>
  Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>; // of every kind

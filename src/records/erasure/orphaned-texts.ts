import { dataTypeOf, KINDS, type DataType } from '../../model/records.ts';
import { placeOfText } from '../../store/object-keys.ts';
import type { RecordStores } from '../stores.ts';

/**
 * Of these keys below `history/` those that no record names: texts that a killed import left behind. An object must be an
 * hour old before it is asked for: no import waits longer with the record of a text. One call of each store that has some.
 */
export async function orphanedTexts(
  { storeOf }: Pick<RecordStores, 'storeOf'>,
  keys: readonly string[],
): Promise<readonly string[]> {
  const orphans: string[] = [];
  for (const some of Map.groupBy(keys, storeKeyOf).values()) {
    const [key = ''] = some;
    const place = storeOfKey(key);
    // What has another form was not put there by an import, and is left alone.
    if (!place) continue;
    const named = new Set(await storeOf(place.ccid, place.type).isNamed(some));
    orphans.push(...some.filter((one) => !named.has(one)));
  }
  return orphans;
}

const storeKeyOf = (key: string): string => JSON.stringify(storeOfKey(key));

function storeOfKey(key: string): { readonly ccid: string; readonly type: DataType } | null {
  const place = placeOfText(key);
  const kind = KINDS.find((name) => name === place?.kind);
  return place && kind ? { ccid: place.ccid, type: dataTypeOf(kind) } : null;
}

import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { RecordTables, TextReader } from '../../durable/record-store/record-tables.ts';
import { isPlaced, type KnownRow } from '../../durable/record-store/keys.ts';
import { recordStoreName } from '../../src/model/object-names.ts';
import { DATA_TYPES, type DataType } from '../../src/model/records.ts';
import type { LargeText } from '../../src/records/packed/large-text.ts';
import { readLarge } from '../../src/records/packed/large-upload.ts';

export interface RecordRow extends Omit<KnownRow, 'size'> {
  readonly kind: number;
  /** UTF-8 bytes of the text, without the LF. */
  readonly size: number;
  readonly text: string;
  readonly object: string | null;
}

/** The object of a contact center's records of one data type. */
export const storeStub = (ccid: string, type: DataType) =>
  env.RECORDS.get(env.RECORDS.idFromName(recordStoreName(ccid, type)));

/** Has a look at the tables of a contact center's two stores, and answers what of both is found. */
export async function inStores<T>(
  ccid: string,
  look: (tables: RecordTables) => readonly T[],
): Promise<readonly T[]> {
  const found: T[] = [];
  for (const type of DATA_TYPES)
    found.push(
      ...(await runInDurableObject(storeStub(ccid, type), (_, { storage }) =>
        look(new RecordTables(storage)),
      )),
    );
  return found;
}

/** The records of a center, each with its text, from wherever that lies; by kind and id. */
export async function recordRows(ccid: string): Promise<readonly RecordRow[]> {
  const rows = await inStores(ccid, (tables) => {
    const reader = new TextReader(tables);
    return tables.sql
      .exec<KnownRow & { kind: number } & Record<string, SqlStorageValue>>(
        'SELECT * FROM keys ORDER BY kind, id',
      )
      .toArray()
      .map((row) => {
        const text = isPlaced(row)
          ? reader.textOf(tables.kindOf(row.kind), row)
          : tables.waiting.textOf(row.id);
        return { ...row, size: row.size - 1, text };
      });
  });
  return Promise.all(
    rows.map(async ({ text, ...row }) =>
      text instanceof Uint8Array
        ? {
            ...row,
            text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text),
            object: null,
          }
        : { ...row, text: await textIn(text), object: text.object },
    ),
  );
}

async function textIn(large: LargeText): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  for await (const part of readLarge(env.BUCKET, large)) text += decoder.decode(part, { stream: true });
  return text.slice(0, -1);
}

/** Lets the stores of a center clear up behind themselves, until they are done. */
export async function clearUp(ccid: string): Promise<void> {
  for (const type of DATA_TYPES)
    for (let more = true, turns = 0; more && turns < 20; turns += 1)
      more = await runDurableObjectAlarm(storeStub(ccid, type));
}

/** The keys in R2 below a center's texts, and those that its records name; each sorted. */
export async function objectsAndNamed(ccid: string) {
  await clearUp(ccid);
  const { objects } = await env.BUCKET.list({ prefix: `history/${encodeURIComponent(ccid)}/` });
  const rows = await inStores(ccid, ({ sql }) =>
    sql
      .exec<{ object: string }>(
        `SELECT object FROM pieces WHERE object IS NOT NULL AND retired IS NULL
        UNION ALL SELECT object FROM waiting WHERE object IS NOT NULL`,
      )
      .toArray(),
  );
  return {
    objects: objects.map(({ key }) => key).toSorted(),
    named: rows.map(({ object }) => object).toSorted(),
  };
}

/** The counters as they are, and as a count of the records says that they should be. */
export async function countersAndRecount(ccid: string) {
  const of = (query: string) =>
    inStores(ccid, ({ sql }) =>
      sql
        .exec(query)
        .toArray()
        .map((row) => JSON.stringify(Object.values(row))),
    );
  const kept = await of('SELECT kind, entity, media, day, records, bytes FROM counters');
  const recount = await of(
    `SELECT kind, entity, media, (date - 86399999 * (date < 0)) / 86400000 AS day, count(*), sum(size)
      FROM keys WHERE date IS NOT NULL GROUP BY 1, 2, 3, 4`,
  );
  return { kept: kept.toSorted(), recount: recount.toSorted() };
}

/** The change numbers that were given to a center's records, of both data types. */
export const lastChange = async (ccid: string): Promise<number> =>
  (await inStores(ccid, ({ state }) => [state.change])).reduce((sum, change) => sum + change, 0);

import { randomUUID } from 'node:crypto';
import { bodyOf, on, Refusal, type ApiRequest, type Route } from './route.ts';

const ANYWHERE = 'default';
const jurisdictionOf = ({ request }: ApiRequest): string =>
  request.headers.get('cf-r2-jurisdiction') ?? ANYWHERE;

/** One of another jurisdiction is not found. */
const bucketOf = (asked: ApiRequest) => {
  const bucket = asked.account.buckets.get(asked.parts[0] ?? '');
  if (bucket?.jurisdiction !== jurisdictionOf(asked))
    throw new Refusal(404, 10_006, 'The specified bucket does not exist.');
  return bucket;
};

/** D1 and R2. */
export const STORAGE_ROUTES: readonly Route[] = [
  // D1
  on('GET', '/d1/database', ({ account, query }) =>
    [...account.databases]
      .filter(([name]) => name.includes(query.get('name') ?? ''))
      .map(([name, uuid]) => ({ uuid, name, jurisdiction: account.jurisdictions.get(uuid) ?? null })),
  ),
  on('POST', '/d1/database', async (asked) => {
    const { name, jurisdiction } = await bodyOf<{ name: string; jurisdiction?: string }>(asked);
    if (asked.account.databases.has(name))
      throw new Refusal(400, 7502, `A database with the name ${name} already exists`);
    const uuid = randomUUID();
    asked.account.databases.set(name, uuid);
    if (jurisdiction) asked.account.jurisdictions.set(uuid, jurisdiction);
    asked.platform.addDatabase(uuid);
    return { uuid, name };
  }),
  on('GET', '/d1/database/*', ({ account, parts: [id] }) => {
    const found = [...account.databases].find(([name, uuid]) => uuid === id || name === id);
    if (!found) throw new Refusal(404, 7404, 'The database was not found');
    return { name: found[0], uuid: found[1] };
  }),
  on('POST', '/d1/database/*/query', async (asked) => {
    const { sql, params = [] } = await bodyOf<{ sql: string; params?: readonly string[] }>(asked);
    try {
      return await asked.platform.query(asked.parts[0] ?? '', sql, params);
    } catch (error) {
      throw new Refusal(400, 7500, error instanceof Error ? error.message : String(error));
    }
  }),
  on('GET', '/d1/database/*/time_travel/bookmark', ({ query }) => ({
    bookmark: `of-${query.get('timestamp') ?? 'now'}`,
  })),
  on('POST', '/d1/database/*/time_travel/restore', async ({ query, platform }) => {
    const bookmark = query.get('bookmark') ?? '';
    await platform.setDatabasesBack(Date.parse(bookmark.replace(/^of-/, '')));
    return { bookmark, previous_bookmark: `before ${bookmark}` };
  }),
  // R2
  on('GET', '/r2/buckets', ({ account }) => ({
    buckets: [...account.buckets.keys()].map((name) => ({ name })),
  })),
  on('GET', '/r2/buckets/*', (asked) => bucketOf(asked) && { name: asked.parts[0] }),
  on('POST', '/r2/buckets', async (asked) => {
    const { name } = await bodyOf<{ name: string }>(asked);
    if (asked.account.buckets.has(name))
      throw new Refusal(409, 10_004, 'The bucket you tried to create already exists.');
    const abort = { type: 'Age', maxAge: 604_800 };
    const rule = {
      id: 'Default Multipart Abort Rule',
      enabled: true,
      conditions: { prefix: '' },
      abortMultipartUploadsTransition: { condition: abort },
    };
    asked.account.buckets.set(name, { rules: [rule], objects: 0, jurisdiction: jurisdictionOf(asked) });
    return { name };
  }),
  on('GET', '/r2/buckets/*/objects', (asked) =>
    Array.from({ length: bucketOf(asked).objects }, () => ({ key: 'x' })),
  ),
  on('GET', '/r2/buckets/*/lifecycle', (asked) => ({ rules: bucketOf(asked).rules })),
  on('PUT', '/r2/buckets/*/lifecycle', async (asked) => {
    bucketOf(asked).rules = (await bodyOf<{ rules: unknown[] }>(asked)).rules;
    return {};
  }),
];

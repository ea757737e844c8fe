import { beforeAll, expect, it } from 'vitest';
import { allows, ROLE_NAMES, type Privilege } from '../../../src/model/roles.ts';
import { callerOf, makeApp, newCenter } from '../harness.ts';
import { documentOf, type Document } from '../openapi/documents.ts';

/** What an operation asks for, by its method and path; null for what everybody may do who is signed in. */
const RULES: readonly [method: string, path: RegExp, privilege: Privilege | null][] = [
  ['get', /^\/cipher$/, 'cipher.read'],
  ['post', /^\/cipher\//, 'cipher.write'],
  ['get', /^\/certificates$/, 'cipher.read'],
  ['*', /^\/certificates/, 'cipher.write'],
  ['get', /^\/data\//, 'data.read'],
  ['get', /^\/export\/jobs/, 'jobs.read'],
  ['*', /^\/export\/jobs/, 'jobs.write'],
  ['post', /^\/selections$/, 'jobs.read'],
  ['get', /^\/statistics$/, 'jobs.read'],
  ['get', /^\/cost$/, 'jobs.read'],
  ['get', /^\/webhooks/, 'jobs.read'],
  ['*', /^\/webhooks/, 'jobs.write'],
  ['post', /^\/export\/history\/.*(retry|delivery)$/, 'jobs.write'],
  ['post', /^\/export\/destination\/test$/, 'jobs.write'],
  ['get', /^\/export\/history/, 'history.read'],
  ['*', /^\/export\/history/, 'history.write'],
  ['get', /^\/file-metadatas$/, 'files.read'],
  ['get', /^\/files/, 'files.download'],
  ['delete', /^\/files/, 'files.write'],
  ['post', /^\/import\//, 'import'],
  ['delete', /^\/contacts\//, 'contacts.erase'],
  ['get', /^\/audit/, 'audit.read'],
  ['*', /^\/audit\/streams/, 'audit.stream'],
  ['*', /^\/(roles|me)/, null],
  ['get', /^\/(users|clients|api-keys|issuers|settings)/, 'users.read'],
  ['*', /^\/(users|clients|api-keys|issuers|settings)/, 'users.write'],
];

const { app } = makeApp();
let document: Document;
beforeAll(async () => {
  document = await documentOf(app, 'v10');
});

/** The operations of v10 that somebody has to be signed in for. */
function guarded(): [string, string, Privilege | null][] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, { responses }]) => '403' in responses && path.startsWith('/udm/v10/'))
      .map(([method]): [string, string, Privilege | null] => {
        const rule = RULES.find(
          ([of, under]) => (of === '*' || of === method) && under.test(path.slice('/udm/v10'.length)),
        );
        if (!rule) throw new Error(`${method} ${path} has no row`);
        return [method.toUpperCase(), path, rule[2]];
      }),
  );
}

it.each([...ROLE_NAMES, 'toString'])(
  'the role %s may do what the table says, and nothing else',
  async (role) => {
    const call = await callerOf(app, newCenter(), [role]);
    const operations = guarded();
    expect(operations.length).toBeGreaterThan(45);
    for (const [method, path, privilege] of operations) {
      const { status } = await call(path.replaceAll(/\{\w+\}/g, '1'), { method });
      const may = privilege === null || allows([role], privilege);
      expect([method, path, status === 403]).toEqual([method, path, !may]);
      expect(status).not.toBe(401);
    }
  },
);

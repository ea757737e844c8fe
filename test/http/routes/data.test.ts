import { operatorsOf } from '../../../src/model/filter.ts';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { MEDIA_TYPES } from '../../../src/model/records.ts';
import { rememberKeys, type SeenKey } from '../../../src/store/seen-keys.ts';
import { importAll, interaction } from '../../support/center.ts';
import { callerOf, makeApp, newCenter, type Failed } from '../harness.ts';

const { app } = makeApp();
type Items = readonly Readonly<Record<string, unknown>>[];

async function asking(ccid = newCenter()) {
  const call = await callerOf(app, ccid);
  return async (path: string): Promise<Items> => {
    const response = await call(path);
    expect(response.status).toBe(200);
    return response.json<Items>();
  };
}

describe.each(['v10', 'v3'])('data of %s', (version) => {
  it('lists statuses, sources and types in the words of the reference', async () => {
    const ask = await asking();
    expect(await ask(`/udm/${version}/data/job-statuses`)).toEqual([
      { label: 'Scheduled', value: 'SCHEDULED' },
      { label: 'Queued', value: 'QUEUED' },
      { label: 'In Progress', value: 'IN_PROGRESS' },
      { label: 'Finished', value: 'FINISHED' },
      { label: 'Failed', value: 'FAILED' },
      { label: 'Cancelled', value: 'CANCELLED' },
      { label: 'Suspended', value: 'SUSPENDED' },
      { label: 'Skipped', value: 'SKIPPED' },
    ]);
    expect(await ask(`/udm/${version}/data/sources`)).toEqual([{ label: 'Contact History', value: 'UCS' }]);
    const types = [
      { name: 'Interaction', source: 'UCS' },
      { name: 'Contact', source: 'UCS' },
      ...(version === 'v10' ? [{ name: 'Person', source: 'UCS' }] : []),
    ];
    expect(await ask(`/udm/${version}/data/types`)).toEqual(types);
    expect(await ask(`/udm/${version}/data/types?source=contact%20history`)).toEqual(types);
  });

  it("lists the platform's media and those of the center's own records", async () => {
    const ccid = newCenter();
    const of = (id: string, MEDIATYPEID: string) => interaction(id, { MEDIATYPEID });
    await importAll(ccid, 'interactions', [of('A', 'Pigeon'), of('B', 'email')]);
    const media = await (await asking(ccid))(`/udm/${version}/data/sub-types`);
    expect(media.map(({ name }) => name)).toEqual([...Object.keys(MEDIA_TYPES), 'pigeon']);
    const common = { source: 'UCS', dataType: 'Interaction', enabled: true };
    expect(media).toContainEqual({ name: 'email', displayName: 'E-mail', ...common });
    expect(media).toContainEqual({ name: 'pigeon', displayName: 'pigeon', ...common });
  });
});

describe('data/attributes', () => {
  it('lists the fields of the schemas, by entity, without case', async () => {
    const ask = await asking();
    const both = await ask('/udm/v10/data/attributes');
    const [texts, numbers] = [operatorsOf('string'), operatorsOf('integer')];
    expect(both).toContainEqual({
      name: 'SUBJECT',
      entity: 'interaction',
      type: 'string',
      operators: texts,
    });
    expect(both).toContainEqual({
      name: 'STATUS',
      entity: 'interaction',
      type: 'integer',
      operators: numbers,
    });
    expect(both).toContainEqual({ name: 'MERGEID', entity: 'contact', type: 'string', operators: texts });
    const contacts = await ask('/udm/v10/data/attributes?entities=CONTACT');
    expect(new Set(contacts.map(({ entity }) => entity))).toEqual(new Set(['contact']));
    expect(await ask('/udm/v10/data/attributes?entities=contact,Interaction')).toEqual(both);
  });

  it('lists the keys that import has seen, of this center alone, the first 1,000', async () => {
    const ccid = newCenter();
    const key = (n: number): SeenKey => ({
      kind: 'interactions',
      name: `K${String(n).padStart(4, '0')}`,
      type: 'string',
    });
    await rememberKeys(env.DB, ccid, [key(1), key(1), { kind: 'contacts', name: 'VIP', type: 'boolean' }]);
    await rememberKeys(env.DB, ccid, [
      { ...key(1), type: 'integer' },
      { ...key(2), name: 'x'.repeat(256) },
    ]);
    const seen = async () => {
      const all = await (await asking(ccid))('/udm/v10/data/attributes');
      return all.filter(({ name }) => /^K\d|^VIP|^xx/.test(String(name)));
    };
    expect(await seen()).toEqual([
      { name: 'K0001', entity: 'interaction', type: 'string', operators: operatorsOf('string') },
      { name: 'VIP', entity: 'contact', type: 'boolean', operators: ['eq', 'ne', 'in', 'exists'] },
    ]);
    await rememberKeys(
      env.DB,
      ccid,
      Array.from({ length: 900 }, (_, n) => key(n)),
    );
    await rememberKeys(
      env.DB,
      ccid,
      Array.from({ length: 900 }, (_, n) => key(n + 500)),
    );
    expect(await seen()).toHaveLength(1_000);
    const others = await (await asking())('/udm/v10/data/attributes');
    expect(others.some(({ name }) => name === 'VIP')).toBe(false);
  });

  it('refuses entities that there are not', async () => {
    const call = await callerOf(app, newCenter());
    const response = await call('/udm/v10/data/attributes?entities=interaction,toString');
    expect(response.status).toBe(400);
    expect((await response.json<Failed>()).status.detail.field).toBe('entities');
  });
});

describe('resources/labels', () => {
  const labels = async (language?: string) => {
    const response = await app.request(
      '/udm/v10/resources/labels',
      language ? { headers: { 'Accept-Language': language } } : {},
    );
    return {
      language: response.headers.get('Content-Language'),
      labels: await response.json<Record<string, string>>(),
    };
  };

  it('are complete in English and German', async () => {
    const english = await labels();
    const german = await labels('de');
    expect([english.language, german.language]).toEqual(['en', 'de']);
    expect(Object.keys(german.labels).toSorted()).toEqual(Object.keys(english.labels).toSorted());
    for (const [key, label] of Object.entries({ ...english.labels, ...german.labels }))
      expect(label, key).not.toBe('');
    expect([english.labels['status.IN_PROGRESS'], german.labels['status.IN_PROGRESS']]).toEqual([
      'In Progress',
      'In Bearbeitung',
    ]);
    const same = Object.keys(english.labels).filter((key) => english.labels[key] === german.labels[key]);
    expect(same.length).toBeLessThan(25);
  });

  it.each([
    ['de-CH, fr;q=0.9, en;q=0.8', 'de'],
    ['fr, en;q=0.4, de;q=0.5', 'de'],
    ['de;q=0, en', 'en'],
    ['DE-at', 'de'],
    ['*', 'en'],
    ['fr', 'en'],
    [';;q=,,de;q=x', 'en'],
  ])('%s gets %s', async (header, language) => {
    expect((await labels(header)).language).toBe(language);
  });
});

describe('roles', () => {
  it.each([
    ['auditor', 'GET', '/udm/v10/export/jobs', 204],
    ['auditor', 'GET', '/udm/v10/file-metadatas', 200],
    ['auditor', 'GET', '/udm/v10/files?filename=a', 403],
    ['auditor', 'GET', '/udm/v10/files/a', 403],
    ['auditor', 'DELETE', '/udm/v10/files/a', 403],
    ['auditor', 'POST', '/udm/v10/export/jobs/cancel/1', 403],
    ['auditor', 'POST', '/udm/v10/import/contacts', 403],
    ['exporter', 'POST', '/udm/v10/import/contacts', 403],
    ['exporter', 'GET', '/udm/v10/data/types', 200],
    ['exporter', 'POST', '/udm/v4/export/jobs/cancel/1', 404],
    ['exporter', 'DELETE', '/udm/v10/contacts/a', 403],
    ['importer', 'DELETE', '/udm/v10/contacts/a', 403],
    ['administrator', 'DELETE', '/udm/v10/contacts/a', 404],
    ['importer', 'GET', '/udm/v10/data/types', 403],
    ['importer', 'POST', '/udm/v10/import/contacts', 415],
    ['administrator', 'POST', '/udm/v10/import/contacts', 415],
    ['nothing', 'GET', '/udm/v3/data/types', 403],
    ['constructor', 'GET', '/udm/v3/data/types', 403],
  ])('%s: %s %s is %i', async (role, method, path, status) => {
    const call = await callerOf(app, newCenter(), [role]);
    expect((await call(path, { method })).status).toBe(status);
  });
});

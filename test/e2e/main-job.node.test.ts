import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { crc32, gunzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_PERIOD, historyLines } from '../../scripts/generate/history.ts';
import { downloadFile } from '../../scripts/udm/download-file.ts';
import { importLines } from '../../scripts/udm/import-file.ts';
import { runExport } from '../../scripts/udm/run-export.ts';
import { INTERACTION_ENTITIES, KINDS, type Kind } from '../../src/model/records.ts';
import { has, run } from '../encoding/outside.ts';
import { startedService, type Running } from './service.ts';

/** Real records where they lie beside the project; generated ones everywhere else. */
const SHARED = fileURLToPath(new URL('../../../shared/contact-history', import.meta.url));
const HISTORY = { ...DEFAULT_PERIOD, seed: 7, interactions: 3_000 };

type Parsed = Readonly<Record<string, unknown>>;
interface Line {
  readonly text: string;
  readonly record: Parsed;
}

const history = new Map<Kind, readonly Line[]>();
let running: Running;

function textsOf(kind: Kind): readonly string[] {
  const file = join(SHARED, `${kind}.jsonl.gz`);
  if (!existsSync(file)) return [...historyLines(kind, HISTORY)];
  return gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean);
}

beforeAll(async () => {
  running = await startedService();
  for (const kind of KINDS) {
    const texts = textsOf(kind);
    // Every record is a JSON object; the service's own check says so again below.
    history.set(
      kind,
      texts.map((text) => ({ text, record: JSON.parse(text) as Parsed })),
    );
    const bytes = Buffer.from(texts.map((text) => `${text}\n`).join(''));
    const lines = (async function* () {
      yield bytes;
    })();
    const first = await importLines(running.session, kind, lines);
    if (first.inserted !== texts.length || first.rejected > 0) throw new Error(JSON.stringify(first));
  }
});
afterAll(() => running.stop());

/** Exports everything of a type and decrypts it with OpenSSL; answers the zip's path and what the API says of the file. */
async function exported(type: 'Interaction' | 'Contact') {
  const request = { type, title: `All ${type}s`, media: [], attachments: true };
  const [file, ...others] = await runExport(running.session, request);
  if (!file || others.length > 0) throw new Error('one file was expected');
  const sealed = await downloadFile(running.session, file, running.folder);
  const zip = sealed.replace(/\.smime$/, '');
  run(
    running.folder,
    'openssl',
    'smime',
    '-decrypt',
    '-binary',
    '-inkey',
    running.recipient.keyFile,
    '-in',
    sealed,
    '-out',
    zip,
  );
  return { file, sealed, zip };
}

const order =
  (...keys: readonly ((line: Line) => string)[]) =>
  (a: Line, b: Line): number => {
    for (const key of keys) {
      const [left, right] = [Buffer.from(key(a)), Buffer.from(key(b))];
      const compared = left.compare(right);
      if (compared !== 0) return compared;
    }
    return 0;
  };
const text = (line: Line, key: string): string => String(line.record[key]);
const instant = (value: unknown): string => {
  const at = String(value);
  return new Date(/[Z+]/.test(at.slice(10)) ? at : `${at.replace(' ', 'T')}Z`).toISOString();
};

/** What the archive must hold, by entry, computed from the imported texts alone. */
function expected(type: 'Interaction' | 'Contact', jobId: string): Map<string, readonly Line[]> {
  const interaction = type === 'Interaction';
  const owners = history.get(interaction ? 'interactions' : 'contacts') ?? [];
  const members = history.get(interaction ? 'documents' : 'contact-attributes') ?? [];
  const ownId = interaction ? 'IXNID' : 'CONTACTID';
  const date = interaction ? 'STARTDATE' : 'CREATEDDATE';
  const link = interaction ? 'ENTITYID' : 'CONTACTID';
  const byId = new Map(owners.map((line) => [text(line, ownId), line]));
  const ownerOf = (line: Line) => byId.get(text(line, link));
  const dateOf = (line: Line | undefined) => instant(line?.record[date]);
  const groups = interaction
    ? INTERACTION_ENTITIES.map(({ code, name }) => ({ code, name, member: `${name}-Attachment` }))
    : [{ code: undefined, name: 'Contact', member: 'ContactAttribute' }];
  const entries = new Map<string, readonly Line[]>();
  const put = (name: string, lines: readonly Line[]) =>
    lines.length > 0 && entries.set(`${name}-${jobId}.json`, lines);
  const isOf = (line: Line | undefined, code: number | undefined) => line?.record['ENTITYTYPEID'] === code;
  for (const { code, name } of groups)
    put(name, owners.filter((line) => isOf(line, code)).toSorted(order(dateOf, (line) => text(line, ownId))));
  for (const { code, member } of groups)
    put(
      member,
      members
        .filter((line) => ownerOf(line) && isOf(ownerOf(line), code))
        .toSorted(
          order(
            (line) => dateOf(ownerOf(line)),
            (line) => text(line, link),
            (line) => text(line, 'ID'),
          ),
        ),
    );
  return entries;
}

const SCHEMAS: readonly [RegExp, string][] = [
  [/-Attachment-/, 'schema/document.json'],
  [/^ContactAttribute-/, 'schema/contactattribute.json'],
  [/^Contact-/, 'schema/contact.json'],
  [/./, 'schema/interaction.json'],
];

describe.each(['Interaction', 'Contact'] as const)('everything of type %s', (type) => {
  it.skipIf(!has('openssl') || !has('unzip') || !has('7z') || !has('python3'))(
    'comes out as it went in, in order, and reads in outside programs',
    async () => {
      const { file, sealed, zip } = await exported(type);
      expect(createHash('sha256').update(readFileSync(sealed)).digest('hex')).toBe(file.sha256);
      const { folder } = running;
      expect(run(folder, 'unzip', '-t', zip)).toContain('No errors detected');
      expect(run(folder, '7z', 't', zip)).toContain('Everything is Ok');
      run(
        folder,
        'python3',
        '-c',
        'import sys, zipfile; sys.exit(zipfile.ZipFile(sys.argv[1]).testzip() is not None)',
        zip,
      );
      const names = run(folder, 'unzip', '-Z1', zip).trim().split('\n');
      const target = join(folder, type);
      run(folder, 'unzip', '-q', '-o', zip, '-d', target);
      const read = (name: string) => readFileSync(join(target, name));
      const manifest = JSON.parse(read('manifest.json').toString()) as {
        jobId: number;
        entries: readonly { name: string; records: number; bytes: number; crc32: string }[];
      };
      const wanted = expected(type, String(manifest.jobId));
      expect(names.filter((name) => !name.startsWith('schema/'))).toEqual([
        ...wanted.keys(),
        'manifest.json',
      ]);
      expect(manifest.entries.map(({ name }) => name)).toEqual([...wanted.keys()]);
      for (const entry of manifest.entries) {
        const lines = wanted.get(entry.name) ?? [];
        const bytes = read(entry.name);
        const same = bytes.equals(Buffer.from(lines.map((line) => `${line.text}\n`).join('')));
        expect(same, `${entry.name} holds the imported records in order`).toBe(true);
        const crc = crc32(bytes).toString(16).padStart(8, '0');
        expect(entry).toMatchObject({ records: lines.length, bytes: bytes.length, crc32: crc });
        const schema = SCHEMAS.find(([form]) => form.test(entry.name))?.[1] ?? '';
        const validate = new Ajv({ strict: true }).compile(JSON.parse(read(schema).toString()) as object);
        const invalid = lines.filter((line) => !validate(line.record));
        expect(invalid, `${entry.name} against ${schema}`).toEqual([]);
      }
    },
  );
});

describe('the same history imported again', () => {
  it('changes nothing', async () => {
    const lines = history.get('contacts') ?? [];
    const bytes = Buffer.from(lines.map((line) => `${line.text}\n`).join(''));
    const again = await importLines(
      running.session,
      'contacts',
      (async function* () {
        yield bytes;
      })(),
    );
    expect(again).toMatchObject({ inserted: 0, updated: 0, unchanged: lines.length });
  });
});

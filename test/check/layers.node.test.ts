import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkLayers, IN_A_ROOM } from '../../scripts/check/check-layers.ts';
import { LAYER_RULES } from '../../scripts/check/layer-rules.ts';
import { ROOMS } from '../../scripts/check/rooms.ts';
import { PROJECT } from '../../scripts/dev/wrangler.ts';

/** A tree that keeps every rule, with each room in it, and each import that is let through as an exception. */
const CLEAN: Readonly<Record<string, string>> = {
  'tsconfig.json':
    '{"compilerOptions":{"module":"esnext","moduleResolution":"bundler","allowImportingTsExtensions":true,"jsx":"react-jsx"}}',
  'src/encoding/seal.ts':
    "import { createHash } from 'node:crypto';\nimport { u32 } from './zip/fields.ts';\nexport const seal = [createHash, u32];",
  'src/encoding/zip/fields.ts': 'export const u32 = 4;',
  'src/encoding/zip/records.ts': "import { u32 } from './fields.ts';\nexport const header = u32;",
  'src/config.ts': "import { z } from 'zod';\nexport const config = z;",
  'src/model/job.ts':
    "import { Cron } from 'cron-parser';\nexport const job = Cron;\nexport interface Job { id: number }",
  'src/labels/en.ts': "import type { Job } from '../model/job.ts';\nexport const en = (job: Job) => job;",
  'src/client/session.ts': "import createClient from 'openapi-fetch';\nexport const session = createClient;",
  'src/client/open/seam.ts': "import { crc32 } from 'node:zlib';\nexport const seam = crc32;",
  'src/client/open/join.ts':
    "import { Buffer } from 'node:buffer';\nimport { header } from '../../encoding/zip/records.ts';\nimport { seam } from './seam.ts';\nexport const join = [Buffer, header, seam];",
  'src/web/page.tsx':
    "import { session } from '../client/session.ts';\nimport { en } from '../labels/en.ts';\nexport const Page = () => [session, en];",
  'src/platform/retry.ts': "import { job } from '../model/job.ts';\nexport const retry = job;",
  'src/store/jobs.ts':
    "import { sql } from 'drizzle-orm';\nimport { retry } from '../platform/retry.ts';\nexport const row = [sql, retry];",
  'src/identity/users.ts': "import { row } from '../store/jobs.ts';\nexport const user = row;",
  'src/records/source/source.ts': "import { row } from '../../store/jobs.ts';\nexport const source = row;",
  'src/export/slice.ts':
    "import { source } from '../records/source/source.ts';\nexport const slice = source;",
  'src/jobs/create.ts':
    "import type { ExportJob } from '../../durable/export-job.ts';\nimport { slice } from '../export/slice.ts';\nexport const create = (object: ExportJob) => [object, slice];",
  'src/http/app.ts':
    "import { Hono } from 'hono';\nimport { create } from '../jobs/create.ts';\nimport { user } from '../identity/users.ts';\nexport const app = [new Hono(), create, user];",
  'src/index.ts':
    "import { app } from './http/app.ts';\nexport { ExportJob } from '../durable/export-job.ts';\nexport default app;",
  'durable/export-job.ts':
    "import { DurableObject } from 'cloudflare:workers';\nimport { row } from '../src/store/jobs.ts';\nexport class ExportJob extends DurableObject { rows = row; }",
  'scripts/tool.ts': 'export const tool = 1;',
};
const FILES = Object.keys(CLEAN).filter((file) => /^(src|durable)\//.test(file)).length;

type Planted = readonly [rule: string, file: string, text: string];

/** What each room must not import: of the rooms above it the nearest, or the one that tempts most. */
const UPWARDS: readonly Planted[] = [
  ['encoding-imports-nothing-above', 'src/encoding/bad.ts', "import '../model/job.ts';"],
  [
    'encoding-imports-nothing-above',
    'src/encoding/bad.ts',
    "import type { Job } from '../model/job.ts';\nexport type X = Job;",
  ],
  ['config-imports-nothing-above', 'src/config.ts', "import './store/jobs.ts';"],
  ['model-imports-nothing-above', 'src/model/bad.ts', "import '../store/jobs.ts';"],
  ['model-imports-nothing-above', 'src/model/api/bad.ts', "import '../../labels/en.ts';"],
  ['labels-imports-nothing-above', 'src/labels/bad.ts', "import '../http/app.ts';"],
  ['client-imports-nothing-above', 'src/client/bad.ts', "import '../platform/retry.ts';"],
  ['client-imports-nothing-above', 'src/client/open/bad.ts', "import '../../export/slice.ts';"],
  ['web-imports-nothing-above', 'src/web/bad.tsx', "import '../encoding/zip/fields.ts';"],
  ['web-imports-nothing-above', 'src/web/bad.ts', "import '../http/app.ts';"],
  ['platform-imports-nothing-above', 'src/platform/bad.ts', "import '../store/jobs.ts';"],
  ['store-imports-nothing-above', 'src/store/lists/bad.ts', "import '../../records/source/source.ts';"],
  ['identity-imports-nothing-above', 'src/identity/bad.ts', "import '../http/app.ts';"],
  ['identity-imports-nothing-above', 'src/identity/bad.ts', "import '../records/source/source.ts';"],
  ['records-imports-nothing-above', 'src/records/bad.ts', "import '../export/slice.ts';"],
  ['export-imports-nothing-above', 'src/export/bad.ts', "import '../../durable/export-job.ts';"],
  ['durable-imports-nothing-above', 'durable/bad.ts', "import '../src/jobs/create.ts';"],
  ['durable-imports-nothing-above', 'durable/bad.ts', "import '../src/export/slice.ts';"],
  ['jobs-imports-nothing-above', 'src/jobs/bad.ts', "import '../http/app.ts';"],
  ['http-imports-nothing-above', 'src/http/bad.ts', "import '../client/session.ts';"],
  ['http-imports-nothing-above', 'src/http/bad.ts', "import '../../durable/export-job.ts';"],
];

const OUTWARDS: readonly Planted[] = [
  ['only-http-knows-hono', 'src/jobs/bad.ts', "import 'hono';"],
  [
    'only-http-knows-hono',
    'src/identity/bad.ts',
    "import type { Context } from 'hono';\nexport type X = Context;",
  ],
  ['only-http-knows-hono', 'src/model/bad.ts', "import '@hono/zod-openapi';"],
  ['only-store-knows-drizzle', 'src/records/bad.ts', "import 'drizzle-orm';"],
  ['only-store-knows-drizzle', 'durable/bad.ts', "import 'drizzle-orm/d1';"],
  ['encoding-uses-node-and-asn1-only', 'src/encoding/bad.ts', "import 'fflate';"],
  ['model-and-labels-use-few-libraries', 'src/model/bad.ts', "import 'jose';"],
  ['model-and-labels-use-few-libraries', 'src/labels/bad.ts', "import 'fflate';"],
  ['client-uses-few-libraries', 'src/client/open/bad.ts', "import 'fflate';"],
  ['web-uses-few-libraries', 'src/web/bad.ts', "import 'zod';"],
  ['encoding-uses-bytes-and-ciphers-of-node', 'src/encoding/bad.ts', "import 'node:fs';"],
  [
    'browser-safe-knows-no-node',
    'src/model/bad.ts',
    "import { Buffer } from 'node:buffer';\nexport { Buffer };",
  ],
  ['browser-safe-knows-no-node', 'src/labels/bad.ts', "import 'path';"],
  ['browser-safe-knows-no-node', 'src/client/bad.ts', "import 'node:crypto';"],
  ['browser-safe-knows-no-node', 'src/web/bad.tsx', "import 'node:buffer';"],
  ['only-the-seam-knows-ciphers', 'src/client/open/bad.ts', "import 'node:zlib';"],
  ['only-the-seam-knows-ciphers', 'src/client/open/deep/seam.ts', "import 'crypto';"],
  [
    'only-the-seam-knows-ciphers',
    'src/client/open/bad.ts',
    "export const bad = async () => import('node:fs');",
  ],
  ['the-seam-knows-ciphers-alone', 'src/client/open/seam.ts', "import 'node:fs';"],
  ['browser-safe-encoding-is-plain', 'src/model/bad.ts', "import '../encoding/seal.ts';"],
  ['browser-safe-encoding-is-plain', 'src/client/open/bad.ts', "import '../../encoding/seal.ts';"],
  ['plain-encoding-stays-plain', 'src/encoding/zip/records.ts', "import '../seal.ts';"],
  ['plain-encoding-knows-no-node', 'src/encoding/zip/fields.ts', "import 'node:buffer';"],
  ['below-the-platform-knows-no-cloudflare', 'src/client/bad.ts', "import 'cloudflare:workers';"],
  ['below-the-platform-knows-no-cloudflare', 'src/encoding/bad.ts', "import 'cloudflare:workers';"],
  [
    'durable-object-by-type-only',
    'src/jobs/bad.ts',
    "import { ExportJob } from '../../durable/export-job.ts';\nnew ExportJob();",
  ],
  ['nothing-imports-index', 'src/http/bad.ts', "import '../index.ts';"],
  ['nothing-imports-index', 'durable/bad.ts', "import '../src/index.ts';"],
  ['nothing-imports-scripts-or-tests', 'src/client/bad.ts', "import '../../scripts/tool.ts';"],
  ['nothing-imports-scripts-or-tests', 'src/index.ts', "import '../scripts/tool.ts';"],
  ['no-cycles', 'src/model/cycle-begins.ts', "import './cycle-ends.ts';"],
  ['every-import-resolves', 'src/model/bad.ts', "import './nowhere.ts';"],
];

/** A new room, or a stray file, that nobody wrote down. */
const HOMELESS: readonly Planted[] = [
  [IN_A_ROOM, 'src/utils/bad.ts', 'export const bad = 1;'],
  [IN_A_ROOM, 'src/modelling/bad.ts', "import '../http/app.ts';"],
  [IN_A_ROOM, 'src/configuration.ts', 'export const bad = 1;'],
  [IN_A_ROOM, 'src/bad.tsx', 'export const bad = 1;'],
];
/** Each in a file of its own, so that one look at the tree finds all of them. */
const PLANTED = [...UPWARDS, ...OUTWARDS, ...HOMELESS].map(([rule, file, text], index): Planted => [
  rule,
  file.replace('bad.', `bad-${index}.`),
  text,
]);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'udm-layers-'));
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, text] of Object.entries(CLEAN)) plant(file, text);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function plant(file: string, text: string): void {
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

it('finds nothing in a tree that keeps the rules, and looks at all of it', async () => {
  expect(await checkLayers(folder)).toEqual({ violations: [], modules: FILES, files: FILES });
});

it('finds every planted violation', async () => {
  plant('src/model/cycle-ends.ts', "import './cycle-begins.ts';");
  for (const [, file, text] of PLANTED) plant(file, text);
  const { violations } = await checkLayers(folder);
  const missed = PLANTED.filter(
    ([rule, file]) => !violations.some((item) => item.rule === rule && item.from === file),
  );
  expect(missed).toEqual([]);
});

it('plants a violation of every rule there is', () => {
  const rules = [...LAYER_RULES.map(({ name }) => name), IN_A_ROOM];
  expect(new Set(PLANTED.map(([rule]) => rule))).toEqual(new Set(rules));
});

it('lets a room import none but those that stand above it in the table', () => {
  const rooms = Object.keys(ROOMS);
  for (const [room, allowed] of Object.entries(ROOMS)) {
    const below = rooms.slice(0, rooms.indexOf(room));
    expect([room, allowed.filter((item) => !below.includes(item))]).toEqual([room, []]);
  }
});

it('holds for the project itself, every file of which was looked at', async () => {
  const { violations, modules, files } = await checkLayers(PROJECT);
  expect(violations).toEqual([]);
  expect(modules).toBe(files);
});

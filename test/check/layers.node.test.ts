import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PROJECT } from '../../scripts/dev/wrangler.ts';
import { checkLayers } from '../../scripts/check/check-layers.ts';
import { LAYER_RULES } from '../../scripts/check/layer-rules.ts';

/** A tree that keeps every rule, with one file a room. */
const CLEAN: Readonly<Record<string, string>> = {
  'tsconfig.json':
    '{"compilerOptions":{"module":"esnext","moduleResolution":"bundler","allowImportingTsExtensions":true}}',
  'src/encoding/crc.ts': "import { crc32 } from 'node:zlib';\nexport const crc = crc32;",
  'src/model/job.ts': 'export const job = 1;\nexport interface Job { id: number }',
  'src/config.ts':
    "import type { ExportJob } from '../durable/export-job.ts';\nexport type Stub = ExportJob;",
  'src/store/jobs.ts':
    "import { sql } from 'drizzle-orm';\nimport { job } from '../model/job.ts';\nexport const row = [sql, job];",
  'src/history/source.ts': "import { row } from '../store/jobs.ts';\nexport const source = row;",
  'src/export/slice.ts': "import { source } from '../history/source.ts';\nexport const slice = source;",
  'src/jobs/create.ts': "import { slice } from '../export/slice.ts';\nexport const create = slice;",
  'src/http/app.ts':
    "import { Hono } from 'hono';\nimport { create } from '../jobs/create.ts';\nexport const app = [new Hono(), create];",
  'src/index.ts':
    "import { app } from './http/app.ts';\nexport { ExportJob } from '../durable/export-job.ts';\nexport default app;",
  'durable/export-job.ts':
    "import { row } from '../src/store/jobs.ts';\nexport class ExportJob { rows = row; }",
  'scripts/tool.ts': 'export const tool = 1;',
};

const PLANTED: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['encoding-stands-alone', 'src/encoding/bad.ts', "import '../model/job.ts';"],
  [
    'encoding-stands-alone',
    'src/encoding/bad.ts',
    "import type { Job } from '../model/job.ts';\nexport type X = Job;",
  ],
  ['encoding-uses-node-and-asn1-only', 'src/encoding/bad.ts', "import 'fflate';"],
  ['model-imports-nothing-above', 'src/model/bad.ts', "import '../store/jobs.ts';"],
  ['store-imports-nothing-above', 'src/store/bad.ts', "import '../history/source.ts';"],
  ['history-imports-nothing-above', 'src/history/bad.ts', "import '../export/slice.ts';"],
  ['export-imports-nothing-above', 'src/export/bad.ts', "import '../jobs/create.ts';"],
  ['jobs-import-nothing-above', 'src/jobs/bad.ts', "import '../http/app.ts';"],
  ['durable-imports-nothing-above', 'durable/bad.ts', "import '../src/jobs/create.ts';"],
  [
    'durable-object-by-type-only',
    'src/jobs/bad.ts',
    "import { ExportJob } from '../../durable/export-job.ts';\nnew ExportJob();",
  ],
  ['only-http-knows-hono', 'src/jobs/bad.ts', "import 'hono';"],
  ['only-http-knows-hono', 'src/model/bad.ts', "import '@hono/zod-openapi';"],
  ['only-store-and-history-know-drizzle', 'src/http/bad.ts', "import 'drizzle-orm';"],
  ['only-store-and-history-know-drizzle', 'durable/bad.ts', "import 'drizzle-orm/d1';"],
  ['nothing-imports-index', 'src/http/bad.ts', "import '../index.ts';"],
  ['nothing-imports-scripts-or-tests', 'src/jobs/bad.ts', "import '../../scripts/tool.ts';"],
  ['no-cycles', 'src/model/bad.ts', "import './worse.ts';"],
  ['every-import-resolves', 'src/model/bad.ts', "import './nowhere.ts';"],
];

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
  const report = await checkLayers(folder);
  expect(report.violations).toEqual([]);
  expect(report.files).toBe(10);
  expect(report.modules).toBe(10);
});

it.each(PLANTED)('finds a planted violation of %s in %s', async (rule, file, text) => {
  plant(file, text);
  plant('src/model/worse.ts', "import './bad.ts';");
  if (!file.startsWith('src/model/bad')) plant('src/model/bad.ts', '');
  const { violations } = await checkLayers(folder);
  expect(violations.filter((item) => item.rule === rule && item.from === file)).not.toEqual([]);
});

it('plants a violation of every rule there is', () => {
  expect(new Set(PLANTED.map(([rule]) => rule))).toEqual(new Set(LAYER_RULES.map(({ name }) => name)));
});

it('holds for the project itself, every file of which was looked at', async () => {
  const { violations, modules, files } = await checkLayers(PROJECT);
  expect(violations).toEqual([]);
  expect(modules).toBe(files);
});

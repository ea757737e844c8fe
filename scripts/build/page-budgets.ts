import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { PAGE_SOURCES } from '../../src/model/page-sources.ts';

/** Bytes, compressed by gzip: what the first page may cost, and what any other may cost beyond it; and how many files each may ask for. */
export const BUDGETS = { firstScript: 180_000, firstStyle: 30_000, otherScript: 60_000, files: 24 } as const;

/** What everybody loads who reads English, and what Home has of its own. */
const ALWAYS = ['main.tsx', 'words/en.ts'];
const HOME = PAGE_SOURCES.home.module;

/** The English texts that come with a page. */
const textsOf = (page: string): readonly string[] =>
  (Object.values(PAGE_SOURCES).find(({ module }) => module === page)?.texts ?? []).map(
    (part) => `../labels/pages/en-${part}.ts`,
  );

const manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).optional(),
    imports: z.array(z.string()).optional(),
    isDynamicEntry: z.boolean().optional(),
  }),
);
type Manifest = z.infer<typeof manifest>;

/** What one page costs, in bytes that are sent. */
export interface PageCost {
  readonly page: string;
  readonly script: number;
  readonly style: number;
  /** How many files it asks for in all. */
  readonly files: number;
}

/** What the built pages cost: Home whole, every other one beyond it. */
export function pageCosts(manifestFile: string): readonly PageCost[] {
  const chunks = manifest.parse(JSON.parse(readFileSync(manifestFile, 'utf8')));
  const first = filesOf(chunks, [...ALWAYS, HOME]);
  const sizeOf = (file: string) =>
    gzipSync(readFileSync(join(dirname(manifestFile), file)), { level: 9 }).length;
  const cost = (key: string): PageCost => {
    const files = [...filesOf(chunks, [...ALWAYS, key, ...textsOf(key)])];
    const counted = key === HOME ? files : files.filter((file) => !first.has(file));
    const sum = (end: string) =>
      counted.filter((file) => file.endsWith(end)).reduce((bytes, file) => bytes + sizeOf(file), 0);
    return { page: nameOf(key), script: sum('.js'), style: sum('.css'), files: files.length };
  };
  const others = Object.keys(chunks).filter((key) => /^pages\/.*-page\.tsx$/.test(key) && key !== HOME);
  return [HOME, ...others].map(cost);
}

/** The pages that cost more than they may. */
export const tooDear = ([first, ...others]: readonly PageCost[]): readonly PageCost[] => [
  ...(first && (first.script > BUDGETS.firstScript || first.style > BUDGETS.firstStyle) ? [first] : []),
  ...others.filter(({ script, files }) => script > BUDGETS.otherScript || files > BUDGETS.files),
];

const nameOf = (key: string): string => /([\w-]+)-page\.tsx$/.exec(key)?.[1] ?? key;

function filesOf(chunks: Manifest, keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (key: string) => {
    const chunk = chunks[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    chunk.imports?.forEach(visit);
  };
  keys.forEach(visit);
  return new Set(
    [...seen].flatMap((key) => [chunks[key]?.file ?? '', ...(chunks[key]?.css ?? [])]).filter(Boolean),
  );
}

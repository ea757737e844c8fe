import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

/** Bytes, compressed by gzip: what the first page may cost, and what any other may cost beyond it. */
export const BUDGETS = { firstScript: 180_000, firstStyle: 30_000, otherScript: 60_000 } as const;

/** What a visitor of Home loads, who is signed in and reads English. */
const FIRST = ['main.tsx', 'shell/shell.tsx', 'words/en.ts', 'pages/home/home-page.tsx'];

const RUNS = ['jobs', 'job', 'history', 'run', 'artifacts'];
const ACCESS = ['people', 'keys', 'audit'];
/** Texts that come with the first page that says them (src/web/shell/page-routes.tsx). */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'en-lists': [...RUNS, ...ACCESS],
  'en-exports': RUNS,
  'en-editor': ['job'],
  'en-own': ['preferences', 'import', 'contacts'],
  'en-access': [...ACCESS, 'preferences'],
};
const textsOf = (page: string): readonly string[] =>
  Object.keys(TEXTS)
    .filter((name) => TEXTS[name]?.includes(page))
    .map((name) => `../labels/pages/${name}.ts`);

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
}

/** What the built pages cost: Home whole, every other one beyond it. */
export function pageCosts(manifestFile: string): readonly PageCost[] {
  const chunks = manifest.parse(JSON.parse(readFileSync(manifestFile, 'utf8')));
  const first = filesOf(chunks, FIRST);
  const sizeOf = (file: string) =>
    gzipSync(readFileSync(join(dirname(manifestFile), file)), { level: 9 }).length;
  const cost = (page: string, files: ReadonlySet<string>): PageCost => {
    const sum = (end: string) =>
      [...files].filter((file) => file.endsWith(end)).reduce((bytes, file) => bytes + sizeOf(file), 0);
    return { page, script: sum('.js'), style: sum('.css') };
  };
  const others = Object.keys(chunks).filter(
    (key) => /^pages\/.*-page\.tsx$/.test(key) && !FIRST.includes(key),
  );
  return [
    cost('home', first),
    ...others.map((key) =>
      cost(
        nameOf(key),
        new Set([...filesOf(chunks, [key, ...textsOf(nameOf(key))])].filter((file) => !first.has(file))),
      ),
    ),
  ];
}

/** The pages that cost more than they may. */
export const tooDear = ([first, ...others]: readonly PageCost[]): readonly PageCost[] => [
  ...(first && (first.script > BUDGETS.firstScript || first.style > BUDGETS.firstStyle) ? [first] : []),
  ...others.filter(({ script }) => script > BUDGETS.otherScript),
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

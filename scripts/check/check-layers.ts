import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { ICruiseOptions } from 'dependency-cruiser';
import { LAYER_RULES } from './layer-rules.ts';
import { isInRoom } from './rooms.ts';

const FOLDERS = ['src', 'durable'];
/** The types of the bindings, which wrangler writes: they name the Worker's classes where they are exported. */
const GENERATED = 'src/platform/bindings.d.ts';

/** The rule that needs no import to be broken: every file lies in a room that the table names. */
export const IN_A_ROOM = 'every-file-lies-in-a-room';

/** A broken rule with the file that breaks it and what that imports (nothing, where the file lies in no room). */
export interface LayerViolation {
  readonly rule: string;
  readonly from: string;
  readonly to: string | null;
}

/** What the check found, and how many modules were looked at. */
export interface LayerReport {
  readonly violations: readonly LayerViolation[];
  readonly modules: number;
  /** TypeScript files in the rooms: fewer modules than these mean that the check saw nothing and proves nothing. */
  readonly files: number;
}

/** Checks the imports of `src` and `durable` below a folder against the layer rules. */
export async function checkLayers(folder: string): Promise<LayerReport> {
  const options: ICruiseOptions = {
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: [...LAYER_RULES] },
    tsPreCompilationDeps: true,
    exclude: { path: GENERATED },
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: join(folder, 'tsconfig.json') },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  };
  const { output } = await cruise(FOLDERS, options);
  if (typeof output === 'string')
    throw new Error(`dependency-cruiser answered text: ${output.slice(0, 200)}`);
  const files = FOLDERS.flatMap((top) => sourceFiles(folder, top));
  const broken = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  const homeless = files.filter((file) => !isInRoom(file));
  return {
    violations: [...broken, ...homeless.map((from) => ({ rule: IN_A_ROOM, from, to: null }))],
    modules: output.modules.filter(({ source }) => files.includes(source)).length,
    files: files.length,
  };
}

function sourceFiles(folder: string, top: string): readonly string[] {
  const names = readdirSync(join(folder, top), { recursive: true, encoding: 'utf8' });
  return names.map((name) => `${top}/${name}`).filter((path) => /\.tsx?$/.test(path) && path !== GENERATED);
}

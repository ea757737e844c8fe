import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { ICruiseOptions } from 'dependency-cruiser';
import { LAYER_RULES } from './layer-rules.ts';

const ROOMS = ['src', 'durable'];

/** What the check found: each broken rule with the import that breaks it, and how many modules were looked at. */
export interface LayerReport {
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
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
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: join(folder, 'tsconfig.json') },
    enhancedResolveOptions: {
      extensions: ['.ts', '.d.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  };
  const { output } = await cruise(ROOMS, options);
  if (typeof output === 'string')
    throw new Error(`dependency-cruiser answered text: ${output.slice(0, 200)}`);
  const violations = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  const modules = output.modules.filter(({ source }) => isRoomFile(source)).length;
  return { violations, modules, files: ROOMS.flatMap((room) => sourceFiles(folder, room)).length };
}

const isRoomFile = (path: string): boolean => /^(src|durable)\/.*\.ts$/.test(path);

function sourceFiles(folder: string, room: string): string[] {
  const names = readdirSync(join(folder, room), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts'));
}

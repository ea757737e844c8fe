import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { PlantedBug } from './planted.ts';

const at = (path: string): string => new URL(path, import.meta.url).href;

/** Bytes of a part of an upload here: volumes of a few KB have several, too. */
export const PART_BYTES_HERE = 16 * 1024;

/** The real modules as they are, but for a text in them. */
const CHANGED: readonly Omit<PlantedBug, 'name'>[] = [
  {
    file: 'src/model/part-numbers.ts',
    from: 'PART_BYTES = 8 * 1024 * 1024',
    to: `PART_BYTES = ${PART_BYTES_HERE}`,
  },
  { file: 'src/model/split-size.ts', from: 'MIN_BYTES = 64 * 1024', to: 'MIN_BYTES = 1024' },
  { file: 'src/config.ts', from: 'leastLaidBytes: PART_BYTES', to: 'leastLaidBytes: 2048' },
];

/**
 * Has Node load the service as it is, with three differences: the platform's own module is a double, the source of records is the
 * model, and parts of uploads and volumes may be small: those of 2 KB are written by many, smaller ones by one. A planted bug is one more.
 */
export function loadService(bug: PlantedBug | null): void {
  const source = at('../../../src/records/packed/packed-source.ts');
  const changes = [...CHANGED, ...(bug ? [bug] : [])];
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'cloudflare:workers'
        ? { url: at('./doubles/workers.ts'), shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) => {
      if (url === source) {
        const text = `export { modelSource as packedSource } from '${at('./records/model-source.ts')}';`;
        return { format: 'module', source: text, shortCircuit: true };
      }
      const own = changes.filter(({ file }) => url === at(`../../../${file}`));
      if (own.length === 0) return next(url, context);
      return { format: 'module-typescript', source: own.reduce(changed, read(url)), shortCircuit: true };
    },
  });
}

const read = (url: string): string => readFileSync(fileURLToPath(url), 'utf8');

function changed(text: string, { file, from, to }: Omit<PlantedBug, 'name'>): string {
  if (text.split(from).length !== 2) throw new Error(`${file} does not have "${from}" once any more`);
  return text.replace(from, () => to);
}

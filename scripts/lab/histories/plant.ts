import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { PlantedBug } from '../simulate/planted.ts';

/** Has Node load one file with a text changed. */
export function plant({ file, from, to }: PlantedBug): void {
  const place = new URL(`../../../${file}`, import.meta.url).href;
  registerHooks({
    load: (url, context, next) => {
      if (url !== place) return next(url, context);
      const text = readFileSync(fileURLToPath(url), 'utf8');
      if (text.split(from).length !== 2) throw new Error(`${file} does not have "${from}" once any more`);
      return { format: 'module-typescript', source: text.replace(from, () => to), shortCircuit: true };
    },
  });
}

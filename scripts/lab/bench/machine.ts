import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { z } from 'zod';

const versioned = z.object({ version: z.string() });
const { resolve } = createRequire(import.meta.url);

/** What the figures were measured on. */
export function describeMachine() {
  const models = cpus();
  return {
    cpu: models[0]?.model.trim() ?? 'unknown',
    cores: models.length,
    node: process.versions.node,
    workerd: packageVersion('workerd'),
  };
}

/** Through wrangler, which brings its own workerd. */
function packageVersion(name: string): string {
  const file = createRequire(resolve('wrangler')).resolve(`${name}/package.json`);
  return versioned.parse(createRequire(import.meta.url)(file)).version;
}

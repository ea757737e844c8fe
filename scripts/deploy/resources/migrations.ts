import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { PROJECT } from '../../dev/wrangler.ts';
import type { Resource } from '../resource.ts';
import { runDeployWrangler } from '../wrangler.ts';
import { queryDatabase, type World } from '../world.ts';

const wanted = (): readonly string[] =>
  readdirSync(`${PROJECT}migrations`)
    .filter((name) => name.endsWith('.sql'))
    .sort();

/** The tables of the database: every migration of this checkout, applied by wrangler in their order. */
export const migrationsResource = (): Resource => {
  const all = wanted();
  return {
    title: 'D1 tables',
    about: `${all.length} migrations`,
    look: async (world) => {
      const applied = await appliedTo(world);
      if (applied.size === 0) return { is: 'absent' };
      const missing = all.filter((name) => !applied.has(name));
      if (missing.length > 0)
        return {
          is: 'different',
          how: `${missing.length} of ${all.length} migrations are not applied, ${missing[0]} first`,
        };
      const newer = [...applied].filter((name) => !all.includes(name));
      const note =
        newer.length > 0 ? `newer than this checkout by ${newer.join(', ')}` : `${all.length} migrations`;
      return { is: 'right', note };
    },
    make: async (world) => {
      await runDeployWrangler(world, 'apply the migrations to the D1 database', [
        'd1',
        'migrations',
        'apply',
        'DB',
        '--remote',
      ]);
    },
  };
};

async function appliedTo(world: World): Promise<ReadonlySet<string>> {
  const name = z.object({ name: z.string() });
  const table = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'd1_migrations'";
  if (!(await queryDatabase(world, { sql: table }, name))?.length) return new Set();
  const rows = await queryDatabase(world, { sql: 'SELECT name FROM d1_migrations' }, name);
  return new Set(rows?.map((row) => row.name));
}

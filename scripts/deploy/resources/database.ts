import { z } from 'zod';
import type { Names } from '../names.ts';
import type { Resource } from '../resource.ts';
import { jurisdictionOf, queryDatabase, type World } from '../world.ts';

const database = z.object({
  uuid: z.string(),
  name: z.string(),
  jurisdiction: z.string().nullable().optional(),
});

/** The D1 database. Its id is found by its name; one that has tables of something else is left alone. */
export const databaseResource = ({ database: name }: Names): Resource => ({
  title: `D1 database ${name}`,
  about: 'users, certificates, and what lists and filters need',
  look: async (world) => {
    const found = await find(world, name);
    world.found.databaseId = found?.uuid ?? null;
    if (!found) return { is: 'absent' };
    const [lies, wanted] = [found.jurisdiction ?? 'none', world.folder.notes.jurisdiction];
    if (lies !== wanted) return { is: 'foreign', why: elsewhere(lies, wanted) };
    if (await isOurs(world)) return { is: 'right', note: `id ${found.uuid}` };
    const why = `it has tables, and they are not of this service. Rename or remove it, or deploy under other names with -- --env NAME`;
    return { is: 'foreign', why };
  },
  make: async (world) => {
    const made = await world.cloudflare.ask({
      doing: 'make the D1 database',
      path: '/d1/database',
      method: 'POST',
      body: { name, ...placeOf(world) },
      answer: database,
    });
    world.found.databaseId = made.uuid;
  },
});

const elsewhere = (lies: string, wanted: string): string =>
  `it lies in the jurisdiction ${lies}, and ${wanted} is asked for: what is made cannot move. Say -- --jurisdiction ${lies}, or deploy beside it with -- --env NAME --jurisdiction ${wanted}`;

/** A hint counts only where there is no jurisdiction. */
function placeOf(world: World): Readonly<Record<string, string>> {
  const jurisdiction = jurisdictionOf(world);
  if (jurisdiction !== undefined) return { jurisdiction };
  const { location } = world.folder.notes;
  return location === null ? {} : { primary_location_hint: location };
}

async function find({ cloudflare }: World, name: string) {
  const list = await cloudflare.ask({
    doing: 'list the D1 databases',
    path: `/d1/database?name=${encodeURIComponent(name)}&per_page=100`,
    answer: z.array(database),
  });
  return list.find((item) => item.name === name);
}

/** One without tables is ours as well: a run that was cut off made it. */
async function isOurs(world: World): Promise<boolean> {
  const sql = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name NOT LIKE '~_cf~_%' ESCAPE '~'`;
  const tables = await queryDatabase(world, { sql }, z.object({ name: z.string() }));
  const names = new Set(tables?.map((table) => table.name));
  return (
    [...names].every((table) => table === 'd1_migrations') ||
    (names.has('d1_migrations') && names.has('artifacts'))
  );
}

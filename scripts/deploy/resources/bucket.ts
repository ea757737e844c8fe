import { z } from 'zod';
import type { Names } from '../names.ts';
import type { Resource } from '../resource.ts';
import { jurisdictionOf, type World } from '../world.ts';

const bucket = z.object({ name: z.string() });

/** The R2 bucket. Where there is no database of ours, one that holds objects is somebody else's. */
export const bucketResource = ({ bucket: name }: Names): Resource => ({
  title: `R2 bucket ${name}`,
  about: 'sealed exports, and the packs of records',
  look: async (world) => {
    const { cloudflare } = world;
    const path = `/r2/buckets/${name}`;
    const found = await cloudflare.find({
      doing: 'look at the R2 bucket',
      path,
      jurisdiction: jurisdictionOf(world),
      answer: bucket,
    });
    if (!found) return { is: 'absent' };
    if (world.found.databaseId !== null || (await isEmpty(world, name))) return { is: 'right' };
    const why =
      'it holds objects, and there is no database of this service that would know them. Rename or empty it, or deploy under other names with -- --env NAME';
    return { is: 'foreign', why };
  },
  make: async (world) => {
    const { location } = world.folder.notes;
    const jurisdiction = jurisdictionOf(world);
    await world.cloudflare.ask({
      doing: 'make the R2 bucket',
      path: '/r2/buckets',
      method: 'POST',
      body: { name, ...(jurisdiction === undefined && location !== null ? { locationHint: location } : {}) },
      jurisdiction,
      answer: bucket,
    });
  },
});

async function isEmpty(world: World, name: string): Promise<boolean> {
  const objects = await world.cloudflare.find({
    jurisdiction: jurisdictionOf(world),
    doing: 'look into the R2 bucket',
    path: `/r2/buckets/${name}/objects?per_page=1`,
    answer: z.array(z.unknown()),
  });
  return objects === null || objects.length === 0;
}

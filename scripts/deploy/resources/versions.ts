import { z } from 'zod';
import type { World } from '../world.ts';

const deployments = z.object({
  deployments: z.array(z.object({ versions: z.array(z.object({ version_id: z.string() })) })),
});

/** The id of the version that answers requests now; null before the first. Of a gradual deployment the first. */
export async function latestVersion({ cloudflare, names }: World): Promise<string | null> {
  const found = await cloudflare.find({
    doing: 'list the deployments of the Workers script',
    path: `/workers/scripts/${names.worker}/deployments`,
    answer: deployments,
  });
  return found?.deployments[0]?.versions[0]?.version_id ?? null;
}

import { z } from 'zod';
import { CommandError } from '../cli/command.ts';
import type { World } from './world.ts';

/** Sets the deployment's D1 back by Time Travel; answers the bookmark of what it was before. It is found by its name, as a deployment finds it. */
export async function setDatabaseBack(
  { cloudflare, names }: Pick<World, 'cloudflare' | 'names'>,
  to: string,
): Promise<string> {
  const { database } = names;
  const list = await cloudflare.ask({
    doing: 'list the D1 databases',
    path: `/d1/database?name=${encodeURIComponent(database)}`,
    answer: z.array(z.object({ uuid: z.string(), name: z.string() })),
  });
  const found = list.find(({ name }) => name === database);
  if (!found) throw new CommandError(`There is no D1 database ${database}.`);
  const path = `/d1/database/${found.uuid}/time_travel`;
  const { bookmark } = await cloudflare.ask({
    doing: 'find what D1 was at that time',
    path: `${path}/bookmark?timestamp=${encodeURIComponent(to)}`,
    answer: z.object({ bookmark: z.string() }),
  });
  const { previous_bookmark: before } = await cloudflare.ask({
    doing: 'set D1 back',
    path: `${path}/restore?bookmark=${encodeURIComponent(bookmark)}`,
    method: 'POST',
    answer: z.object({ previous_bookmark: z.string() }),
  });
  return before;
}

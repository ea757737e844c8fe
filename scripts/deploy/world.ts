import { z } from 'zod';
import { CommandError } from '../cli/command.ts';
import type { Cloudflare } from './cloudflare.ts';
import type { Folder } from './folder.ts';
import type { Login } from './login.ts';
import type { Names } from './names.ts';

/** What every resource is looked at and made by. `found` fills as the walk goes on. */
export interface World {
  readonly names: Names;
  readonly folder: Folder;
  readonly login: Login;
  readonly cloudflare: Cloudflare;
  /** The address of the deployment, `https://…`, without a slash at its end. */
  readonly origin: string;
  readonly signal: AbortSignal;
  readonly found: { databaseId: string | null; version: string | null };
  /** Says how far a long step is. */
  readonly say: (text: string) => void;
}

/** The jurisdiction that everything of the deployment lies in; undefined where it lies anywhere. */
export const jurisdictionOf = ({ folder }: Pick<World, 'folder'>): string | undefined =>
  folder.notes.jurisdiction === 'none' ? undefined : folder.notes.jurisdiction;

const rows = z.array(z.object({ results: z.array(z.record(z.string(), z.unknown())) })).min(1);

/** The rows of a statement on the database; null where there is none yet. `changes`: it is no question. */
export async function queryDatabase<T>(
  { cloudflare, found }: Pick<World, 'cloudflare' | 'found'>,
  query: { readonly sql: string; readonly params?: readonly string[]; readonly changes?: boolean },
  row: z.ZodType<T>,
): Promise<readonly T[] | null> {
  if (found.databaseId === null) return null;
  const { sql, params = [], changes = false } = query;
  const [first] = await cloudflare.ask({
    doing: `${changes ? 'change' : 'read'} the D1 database`,
    path: `/d1/database/${found.databaseId}/query`,
    method: 'POST',
    body: { sql, params },
    reads: !changes,
    answer: rows,
  });
  return z.array(row).parse(first?.results ?? []);
}

/** The deployment's own key: of the environment, else the file that the first run wrote. Null where neither is there. */
export const operatorKey = ({ folder }: Pick<World, 'folder'>): string | null =>
  process.env['OPERATOR_KEY'] ?? folder.read(folder.operatorKey)?.trim() ?? null;

export function requireOperatorKey(world: Pick<World, 'folder'>): string {
  const key = operatorKey(world);
  if (key !== null) return key;
  throw new CommandError(
    `The deployment has an OPERATOR_KEY that is not on this machine: put it into the environment variable OPERATOR_KEY (it was written to ${world.folder.operatorKey} where the deployment was first made). If it is lost, run "npx wrangler secret delete OPERATOR_KEY --config ${world.folder.config}" and this command again, which makes another one.`,
  );
}

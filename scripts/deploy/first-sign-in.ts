import type { World } from './world.ts';

/** What the first people of a deployment need, once: the only secrets that are written for somebody to read. */
const KEYS = ['invitation', 'good until', 'client id', 'client secret'] as const;
type Entry = Partial<Record<(typeof KEYS)[number], string>>;

/** What the file has. */
function readFirstSignIn({ folder }: Pick<World, 'folder'>): Entry {
  const text = folder.read(folder.firstSignIn) ?? '';
  return Object.fromEntries(
    KEYS.flatMap((key) => {
      const [, value] = new RegExp(`^${key} +(\\S.*)$`, 'm').exec(text) ?? [];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** Adds to the file, which only its owner may read. */
export function writeFirstSignIn(world: Pick<World, 'folder' | 'origin'>, entry: Entry): void {
  const { folder, origin } = world;
  const { ccid, administrator } = folder.notes;
  const all = { ...readFirstSignIn(world), ...entry };
  const lines = KEYS.flatMap((key) => (all[key] === undefined ? [] : [`${key.padEnd(16)}${all[key]}`]));
  folder.write(
    folder.firstSignIn,
    `The first sign-in at ${origin}. What stands here lets somebody in: pass it on by a safe way, then delete this file.

contact center  ${ccid}
administrator   ${administrator}
${lines.join('\n')}

The invitation is a link by which the administrator chooses a password, once. The client's id and secret are for a program
that signs in for itself, or signs users in (HTTP Basic at POST ${origin}/auth/v3/oauth/token).
`,
  );
}

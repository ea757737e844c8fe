import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { CommandError } from '../cli/command.ts';

/** The profile that is meant where none is named. */
export const DEFAULT_PROFILE = 'default';

const profile = z.object({
  url: z.string(),
  clientId: z.string(),
  /** Renewing a token takes the client's secret as well; a user's password is never kept. */
  clientSecret: z.string(),
  /** Null: the client signed in for itself. */
  user: z.string().nullable(),
  tokens: z.object({ access: z.string(), renewAt: z.number(), refresh: z.string().nullable() }),
});
/** A sign-in that is kept: where, as whom, and the tokens. */
export type Profile = z.infer<typeof profile>;

const profiles = z.object({ current: z.string(), profiles: z.record(z.string(), profile) });
/** Every sign-in by its name, and which one is meant where none is named. */
export type Profiles = z.infer<typeof profiles>;

/** The file of the profiles, in the user's folder for settings (UDM_CONFIG_DIR, XDG_CONFIG_HOME, APPDATA). */
export function profilesFile(env: NodeJS.ProcessEnv = process.env): string {
  const own = env['UDM_CONFIG_DIR'];
  if (own) return join(own, 'profiles.json');
  const folder = process.platform === 'win32' ? env['APPDATA'] : env['XDG_CONFIG_HOME'];
  return join(folder || join(homedir(), '.config'), 'udm', 'profiles.json');
}

/** What is kept; nothing before the first sign-in. */
export function readProfiles(file = profilesFile()): Profiles {
  if (!existsSync(file)) return { current: DEFAULT_PROFILE, profiles: {} };
  const text = readFileSync(file, 'utf8');
  const parsed = profiles.safeParse(jsonOf(text));
  if (!parsed.success)
    throw new CommandError(`${file} is not what "udm login" writes: delete it, and sign in again.`);
  return parsed.data;
}

/** Keeps them, readable by their owner alone; a crash leaves the old or the new file, never half of one. */
export function writeProfiles(kept: Profiles, file = profilesFile()): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const next = `${file}.${process.pid}.new`;
  writeFileSync(next, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  chmodSync(next, 0o600);
  renameSync(next, file);
}

/** Writes one profile; what other processes have written of others meanwhile stays. */
export function keepProfile(name: string, kept: Profile): void {
  const all = readProfiles();
  writeProfiles({ ...all, profiles: { ...all.profiles, [name]: kept } });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import type { Patience } from '../../src/client/requests.ts';
import type { SignedIn } from '../../src/client/session.ts';
import { RefusedSignIn, requestTokens, signedIn } from '../../src/client/sign-in.ts';
import type { Connection, Grant, Tokens } from '../../src/client/sign-in.ts';
import { UsageError } from '../cli/command.ts';
import { whileLocked } from './file-lock.ts';
import { keepProfile, profilesFile, readProfiles } from './profiles.ts';
import type { Profile } from './profiles.ts';
import { signInOnceMore } from './sign-in-again.ts';

/** Where a service is looked for that nobody has named. */
export const DEFAULT_URL = 'http://127.0.0.1:8787';

/** What a command line says of whom to ask. */
export interface Chosen {
  readonly url?: string | undefined;
  readonly profile?: string | undefined;
}

/** Environment variables that stand for a sign-in, for scripts: no secret is ever an argument, which every process could read. */
export const CONNECTION_HELP = `Environment variables, for scripts, in place of "udm login":
  UDM_URL            address of the service
  UDM_CLIENT_ID      OAuth client, with
  UDM_CLIENT_SECRET  its secret
  UDM_USER           user, or CONTACT-CENTER\\user; without one the client's own
                     rights count
  UDM_PASSWORD       the user's password
  UDM_PROFILE        the profile that is meant without --profile
  UDM_CONFIG_DIR     folder of the file that keeps the sign-ins`;

const REST_OF_IT = ['UDM_CLIENT_SECRET', 'UDM_USER', 'UDM_PASSWORD'];

/** The caller that the command line, the environment or the last sign-in names; throws a `UsageError` where there is none. */
export function chosenCaller(chosen: Chosen, patience: Patience, env = process.env): SignedIn {
  const named = chosen.profile ?? env['UDM_PROFILE'];
  if (named === undefined && env['UDM_CLIENT_ID']) {
    const connection = connectionOf(chosen, env);
    return { url: connection.url, bearer: signedIn(connection, patience) };
  }
  const { current, profiles } = readProfiles();
  const name = named ?? current;
  const kept = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (!kept && named !== undefined)
    throw new RefusedSignIn(
      401,
      `There is no profile "${name}": make it with "udm login --profile ${name}".`,
    );
  if (!kept) {
    // Whoever has set the rest of it means the environment, and has forgotten this one.
    if (REST_OF_IT.some((variable) => env[variable])) given('UDM_CLIENT_ID', env);
    throw new RefusedSignIn(401, 'You are not signed in: "udm login" does it.');
  }
  const url = chosen.url ?? env['UDM_URL'];
  // A token goes nowhere but to the service that gave it.
  if (url !== undefined && baseUrl(url) !== kept.url) {
    const mended = `sign in there with "udm login --profile NAME --url ${baseUrl(url)}"`;
    throw new RefusedSignIn(401, `The profile "${name}" is for ${kept.url}: ${mended}.`);
  }
  return { url: kept.url, ...keptSignIn(name, kept, patience) };
}

function connectionOf(chosen: Chosen, env: NodeJS.ProcessEnv): Connection {
  const user = env['UDM_USER'];
  return {
    url: baseUrl(chosen.url ?? env['UDM_URL'] ?? DEFAULT_URL),
    clientId: given('UDM_CLIENT_ID', env),
    clientSecret: given('UDM_CLIENT_SECRET', env),
    user: user ? { name: user, password: given('UDM_PASSWORD', env) } : null,
  };
}

function given(variable: string, env: NodeJS.ProcessEnv): string {
  const value = env[variable];
  if (value) return value;
  throw new UsageError(`${variable} is missing in the environment: set it, or sign in with "udm login"`);
}

/** The base address in whatever a person copies: with a slash, or `/udm/v10` and what follows, at its end. */
export function baseUrl(text: string): string {
  const local = /^(localhost|127\.|\[::1\])/i.test(text);
  const full = /^[a-z]+:\/\//i.test(text) ? text : `${local ? 'http' : 'https'}://${text}`;
  if (!URL.canParse(full) || !/^https?:/i.test(full))
    throw new UsageError(`"${text}" is no http(s) address of a service`);
  const { origin, pathname } = new URL(full);
  const path = pathname.replace(/\/(udm|auth)(\/.*)?$/, '').replace(/\/+$/, '');
  return `${origin}${path}`;
}

/** Tokens of a profile: renewed when they are about to expire, and by the password where the service asks for it; kept again. */
function keptSignIn(name: string, kept: Profile, patience: Patience): Omit<SignedIn, 'url'> {
  let { tokens } = kept;
  const bearer = async () => {
    if (Date.now() >= tokens.renewAt) tokens = await renewed(name, kept, patience);
    return `Bearer ${tokens.access}`;
  };
  const { user } = kept;
  if (user === null) return { bearer };
  const again = async () => {
    tokens = await signInOnceMore(kept, user, { patience, login: `udm login --profile ${name}` });
    keepProfile(name, { ...kept, tokens });
  };
  return { bearer, again };
}

/**
 * A refresh token is good once, and one that comes twice ends its sign-in: of several processes with one profile only one renews it at a
 * time, and the others take what it got.
 */
const renewed = (name: string, before: Profile, patience: Patience): Promise<Tokens> =>
  whileLocked(profilesFile(), async () => {
    const kept = readProfiles().profiles[name] ?? before;
    if (kept.tokens.renewAt > Date.now()) return kept.tokens;
    const grant = renewing(kept);
    if (!grant) throw signInAgain(name);
    try {
      const tokens = await requestTokens(kept, grant, patience);
      keepProfile(name, { ...kept, tokens });
      return tokens;
    } catch (error) {
      throw error instanceof RefusedSignIn ? signInAgain(name) : error;
    }
  });

function renewing({ user, tokens: { refresh } }: Profile): Grant | null {
  if (user === null) return { grant_type: 'client_credentials' };
  return refresh === null ? null : { grant_type: 'refresh_token', refresh_token: refresh };
}

const signInAgain = (name: string): RefusedSignIn =>
  new RefusedSignIn(
    401,
    `The sign-in "${name}" has ended: sign in again with "udm login --profile ${name}".`,
  );

import type { Connection } from '../../src/client/sign-in.ts';
import { UsageError } from '../cli/command.ts';

/** The options that every command of the client takes, for `parseArgs`. */
export const CONNECTION_OPTIONS = {
  url: { type: 'string' },
  'client-id': { type: 'string' },
  'client-secret': { type: 'string' },
  user: { type: 'string' },
  password: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

export const CONNECTION_HELP = `  --url URL            base address of the service (UDM_URL; http://127.0.0.1:8787)
  --client-id ID       OAuth client (UDM_CLIENT_ID)
  --client-secret S    its secret (UDM_CLIENT_SECRET)
  --user NAME          user or CCID\\user (UDM_USER); without one the client's own rights count
  --password P         the user's password (UDM_PASSWORD)
  --help               this text`;

type Values = Readonly<
  Partial<Record<'url' | 'client-id' | 'client-secret' | 'user' | 'password', string | undefined>>
>;

/** The connection from flags, else from the environment; throws a `UsageError` that names what is missing. */
export function readConnection(values: Values, env: NodeJS.ProcessEnv): Connection {
  const url = values.url ?? env['UDM_URL'] ?? 'http://127.0.0.1:8787';
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new UsageError(`--url takes an http(s) address, not "${url}"`);
  const user = values.user ?? env['UDM_USER'];
  return {
    url: url.replace(/\/+$/, ''),
    clientId: given('client-id', values['client-id'] ?? env['UDM_CLIENT_ID']),
    clientSecret: given('client-secret', values['client-secret'] ?? env['UDM_CLIENT_SECRET']),
    user: user ? { name: user, password: given('password', values.password ?? env['UDM_PASSWORD']) } : null,
  };
}

function given(option: string, value: string | undefined): string {
  if (value) return value;
  const variable = `UDM_${option.toUpperCase().replace('-', '_')}`;
  throw new UsageError(`--${option} (or ${variable} in the environment) is missing`);
}

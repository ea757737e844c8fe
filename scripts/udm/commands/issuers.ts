import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { components } from '../../../src/client/api.d.ts';
import { CommandError } from '../../cli/command.ts';
import { acting, tableColumns } from '../command.ts';
import type { Udm } from '../command.ts';
import { requireFile } from '../require-file.ts';
import { minute, sheet, table } from '../shown.ts';

type Issuer = components['schemas']['Issuer'];

/** Where a body is read from: standard input, so that a secret need not lie in a file. */
const STDIN = '-';

/** `udm issuers`: outside issuers whose people this contact center lets in. */
export function issuersCommand(program: Command): void {
  const issuers = program.command('issuers').description('accept people and tokens of outside issuers');
  issuers.command('list').alias('ls').description('list issuers, the oldest first').action(acting(list));
  issuers
    .command('add <file>')
    .description('add an issuer, as a JSON file says; "-" reads standard input')
    .addHelpText('after', EXAMPLE)
    .action(acting(add));
  issuers
    .command('change <id> <file>')
    .description('change what a JSON file says, and leave the rest; "-" reads standard input')
    .addHelpText('after', CHANGE)
    .action(acting(change));
  issuers
    .command('remove <id>')
    .alias('rm')
    .description('remove an issuer: its tokens end within a minute')
    .option('-y, --yes', 'does not ask')
    .action(acting<{ yes?: boolean }>(remove));
}

const EXAMPLE = `
{
  "name": "Acme",                       what the sign-in page calls it
  "issuer": "https://id.acme.example",  "iss" of its tokens, where its discovery document is
  "audience": "udm-acme",               "aud" of tokens for this service
  "clientId": "udm-acme",               for browsers: the client of this service there,
  "clientSecret": "…",                  with the redirect <address>/auth/v3/callback
  "algorithms": ["RS256"],
  "claims": {"name": "preferred_username", "roles": "roles"},
  "roleNames": {"UDM UCSX Exporter": "exporter"}
}
The first three are needed.`;
const CHANGE = `
Issuer and audience stay: another one is to be added. "" takes "jwks", "clientId" or "clientSecret" away.`;

async function list(udm: Udm): Promise<void> {
  const { data } = await udm.session().api.GET('/udm/v10/issuers');
  const items = data?.items ?? [];
  const rows = items.map(({ id, name, issuer, audience, clientId, createdDate }) => [
    id,
    name,
    issuer,
    audience,
    clientId ?? '-',
    minute(createdDate),
  ]);
  const head = ['ID', 'NAME', 'ISSUER', 'AUDIENCE', 'BROWSER AS', 'ADDED (UTC)'];
  const text =
    items.length === 0 ? 'No outside issuer.' : table(head, rows, { elastic: 2, columns: tableColumns() });
  udm.result(items, text, items.map(({ id }) => id).join('\n'));
}

const issuerText = (issuer: Issuer): string =>
  sheet([
    ['Id', issuer.id],
    ['Name', issuer.name],
    ['Issuer', issuer.issuer],
    ['Audience', issuer.audience],
    ['Keys', issuer.jwks ?? 'where its discovery document says'],
    ['Algorithms', issuer.algorithms.join(', ')],
    ['Name is in', issuer.claims.name],
    ['Roles are in', issuer.claims.roles],
    ['Browser as', issuer.clientId ?? 'no: tokens alone'],
    ...Object.entries(issuer.roleNames).map(([name, role]): [string, string] => [`"${name}" is`, role]),
  ]);

async function add(udm: Udm, [file = '']: readonly string[]): Promise<void> {
  const body = readBody(file) as components['schemas']['NewIssuer']; // the service says what is wrong with it
  const { data } = await udm.session().api.POST('/udm/v10/issuers', { body });
  if (data) udm.result(data, `Added.\n\n${issuerText(data)}`, data.id);
}

async function change(udm: Udm, [id = '', file = '']: readonly string[]): Promise<void> {
  const body = readBody(file) as components['schemas']['IssuerChange']; // the service says what is wrong with it
  const { data } = await udm.session().api.PATCH('/udm/v10/issuers/{id}', { params: { path: { id } }, body });
  if (data) udm.result(data, `Changed.\n\n${issuerText(data)}`, data.id);
}

async function remove(udm: Udm, [id = '']: readonly string[], { yes }: { yes?: boolean }): Promise<void> {
  await udm.confirm(`Remove the issuer ${id}? Nobody signs in by it any more.`, yes);
  await udm.session().api.DELETE('/udm/v10/issuers/{id}', { params: { path: { id } } });
  udm.result({ removed: id }, `Removed ${id}.`, '');
}

/** The JSON object of a file. */
function readBody(file: string): object {
  if (file !== STDIN) requireFile(file);
  try {
    const value: unknown = JSON.parse(readFileSync(file === STDIN ? 0 : file, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // What it says would show the text, which may hold a secret.
    throw new CommandError(`${name(file)} is no JSON.`);
  }
  throw new CommandError(`${name(file)} holds no JSON object.`);
}

const name = (file: string): string => (file === STDIN ? 'Standard input' : file);

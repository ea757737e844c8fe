import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { components } from '../../../src/client/api.d.ts';
import { refusedRequest } from '../../../src/client/requests.ts';
import type { Session } from '../../../src/client/session.ts';
import { CommandError } from '../../cli/command.ts';
import { acting, tableColumns } from '../command.ts';
import type { Udm } from '../command.ts';
import { requireFile } from '../require-file.ts';
import { minute, table } from '../shown.ts';

type OnFile = components['schemas']['CertificateOnFile'];

/** `udm certificate list|add|primary|remove`: several recipients, of whom each opens every file. */
export function recipientCommands(certificate: Command): void {
  certificate
    .command('list')
    .description('show all certificates on file; every export is encrypted for each')
    .action(acting(list));
  certificate
    .command('add <file>')
    .description('put an X.509 certificate (PEM or DER) on file beside the others')
    .option('--label <label>', "what it is called: whose key it is (the file's name)")
    .action(acting<{ label?: string }>(add));
  certificate
    .command('primary <fingerprint>')
    .description('make a certificate the one that "upload" replaces; the first digits of its fingerprint do')
    .action(acting(primary));
  certificate
    .command('remove <fingerprint>')
    .description('encrypt nothing for a certificate any more')
    .option('--yes', 'do not ask')
    .action(acting<{ yes?: boolean }>(remove));
}

const onFile = async (session: Session): Promise<readonly OnFile[]> =>
  (await session.api.GET('/udm/v10/certificates')).data?.items ?? [];

async function list(udm: Udm): Promise<void> {
  const items = await onFile(udm.session());
  const rows = items.map(({ label, primary: leads, state, notAfter, fingerprint, subject }) => [
    label,
    leads ? 'primary' : '',
    state,
    minute(notAfter),
    fingerprint.slice(0, SHORT),
    subject,
  ]);
  const head = ['LABEL', '', 'STATE', 'UNTIL, UTC', 'FINGERPRINT', 'SUBJECT'];
  const text =
    rows.length === 0
      ? 'No certificate is on file.'
      : table(head, rows, { elastic: 5, columns: tableColumns() });
  udm.result(items, text, items.map(({ fingerprint }) => fingerprint).join('\n'));
}

/** Digits of a fingerprint that are shown, and that tell certificates apart. */
const SHORT = 16;

async function add(udm: Udm, [file = '']: readonly string[], options: { label?: string }): Promise<void> {
  requireFile(file);
  const label = options.label ?? basename(file);
  const form = new FormData();
  form.append('file', new Blob([await readFile(file)]), basename(file));
  form.append('label', label);
  const answer = await udm.session().send('/certificates', { method: 'POST', body: form });
  if (answer.status !== 201) throw await refusedRequest('Adding the certificate', answer);
  // The document says what a 201 holds.
  const added = (await answer.json()) as OnFile;
  udm.result(
    added,
    `Added ${label}. Runs that start from now on are encrypted for it, too.`,
    added.fingerprint,
  );
}

async function primary(udm: Udm, [digits = '']: readonly string[]): Promise<void> {
  const session = udm.session();
  const { fingerprint } = await chosen(session, digits);
  const { data } = await session.api.PUT('/udm/v10/certificates/{fingerprint}/primary', {
    params: { path: { fingerprint } },
  });
  if (data) udm.result(data, `${data.label} is the primary certificate.`, fingerprint);
}

async function remove(udm: Udm, [digits = '']: readonly string[], { yes }: { yes?: boolean }): Promise<void> {
  const session = udm.session();
  const { fingerprint, label } = await chosen(session, digits);
  await udm.confirm(`Nothing will be encrypted for ${label} any more.`, yes);
  await session.api.DELETE('/udm/v10/certificates/{fingerprint}', { params: { path: { fingerprint } } });
  udm.result(
    { fingerprint },
    `Removed ${label}. Its key still opens the files that were encrypted for it.`,
    fingerprint,
  );
}

/** The one certificate on file whose fingerprint begins so; colons and case, as OpenSSL writes them, are no matter. */
async function chosen(session: Session, digits: string): Promise<OnFile> {
  const wanted = digits.replaceAll(':', '').toLowerCase();
  const [found, another] = (await onFile(session)).filter(({ fingerprint }) =>
    fingerprint.startsWith(wanted),
  );
  if (wanted === '' || !found)
    throw new CommandError(
      `No certificate has a fingerprint that begins with ${digits}: "udm certificate list" shows them.`,
    );
  if (another) throw new CommandError(`Several fingerprints begin with ${digits}: give more digits.`);
  return found;
}

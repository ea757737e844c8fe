import { basename } from 'node:path';
import type { Command } from 'commander';
import { byteSize } from '../../cli/byte-size.ts';
import { acting } from '../command.ts';
import type { Udm } from '../command.ts';
import { requireFile } from '../require-file.ts';
import { minute, sheet } from '../shown.ts';
import { uploadCertificate } from '../upload-certificate.ts';
import { warn } from '../warn.ts';
import { recipientCommands } from './certificates.ts';

/** `udm certificate`: whom exports are encrypted for. */
export function certificateCommand(program: Command): void {
  const certificate = program
    .command('certificate')
    .description('show, replace, add and remove certificates that exports are encrypted for');
  certificate
    .command('show')
    .description('show the certificate on file, of several the primary one')
    .action(acting(show));
  certificate
    .command('upload <file>')
    .description(
      'put an X.509 certificate (PEM or DER) in the place of the one on file, of several the primary one',
    )
    .option('--name <name>', "the name it is kept under (the file's)")
    .action(acting<{ name?: string }>(upload));
  recipientCommands(certificate);
}

async function show(udm: Udm): Promise<void> {
  const { data } = await udm.session().api.GET('/udm/v10/cipher');
  if (!data) return;
  // What later versions of the service tell of a certificate is shown where it is there.
  const more: Readonly<Record<string, unknown>> = { ...data };
  const field = (name: string): string => {
    const value = more[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const until = field('notAfter');
  udm.result(
    data,
    sheet([
      ['Name', data.name],
      ['Subject', field('subject')],
      ['Fingerprint', field('fingerprint')],
      ['Valid until', until && `${minute(until)} UTC`],
      ['Key', field('keyBits') && `RSA, ${field('keyBits')} bits`],
      ['Size', byteSize(data.size)],
      ['Uploaded', `${minute(data.lastModified)} UTC`],
    ]),
  );
  warn(udm, data.warnings);
}

async function upload(udm: Udm, [file = '']: readonly string[], options: { name?: string }): Promise<void> {
  const name = options.name ?? basename(file);
  requireFile(file);
  const session = udm.session();
  await uploadCertificate(session, file, name);
  udm.result({ name }, `Uploaded ${name}. Runs that start from now on are encrypted for it.`, name);
  const { data } = await session.api.GET('/udm/v10/cipher');
  warn(udm, data?.warnings);
}

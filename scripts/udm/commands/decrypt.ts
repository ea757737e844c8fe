import { closeSync, existsSync, lstatSync, openSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Command } from 'commander';
import { byteSize } from '../../cli/byte-size.ts';
import { CommandError, UsageError } from '../../cli/command.ts';
import { pace } from '../../cli/pace.ts';
import { acting } from '../command.ts';
import type { Udm } from '../command.ts';
import { decryptFile } from '../decrypt-file.ts';
import { readPrivateKeys } from '../private-keys.ts';
import { sealedSets } from '../sealed-set.ts';
import type { SealedSet } from '../sealed-set.ts';

interface Options {
  readonly key?: readonly string[];
  readonly passphraseFile?: string;
  readonly out?: string;
  readonly verify?: boolean;
}

const KEY_HELP = `
A key is PEM, DER or PKCS #12 (.p12, .pfx), with or without a passphrase, which
is asked for, or read from the first line of --passphrase-file. Of several keys
the one that fits is taken. A folder stands for the keys in it.

Of a split export name one file, all of them, or their folder: the volumes lie
beside each other and are one archive.`;

/** `udm decrypt` and `udm verify`: sealed files to one ordinary zip file, or to nothing. */
export function decryptCommands(program: Command): void {
  keyOptions(program.command('decrypt <file...>'))
    .description('open downloaded files, join volumes, check them')
    .option('--out <path>', 'the zip file, or a folder for it (beside the sealed files)')
    .option('--verify', 'writes nothing, as "udm verify"')
    .addHelpText('after', KEY_HELP)
    .action(
      acting<Options>((udm, paths, options) => open(udm, paths, { ...options, write: !options.verify })),
    );
  keyOptions(program.command('verify <file...>'))
    .description('check downloaded files without writing anything')
    .addHelpText('after', KEY_HELP)
    .action(acting<Options>((udm, paths, options) => open(udm, paths, { ...options, write: false })));
}

const keyOptions = (command: Command): Command =>
  command
    .option(
      '--key <file>',
      'private key; may be given several times',
      (file: string, files?: readonly string[]) => [...(files ?? []), file],
    )
    .option('--passphrase-file <file>', 'file whose first line is the passphrase');

async function open(
  udm: Udm,
  paths: readonly string[],
  { key = [], passphraseFile, out, write }: Options & { readonly write: boolean },
): Promise<void> {
  if (!write && out !== undefined) throw new UsageError('--verify writes nothing: leave out --out');
  if (key.length === 0) throw new UsageError('--key is missing: name the file of the private key');
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) throw new CommandError(`There is no ${missing}.`);
  const sets = sealedSets(paths);
  const targets = sets.map((set) => (write ? targetOf(set, out, sets.length) : null));
  const pem = await readPrivateKeys(key, passphraseFile);
  const results: unknown[] = [];
  for (const [index, set] of sets.entries()) {
    const target = targets[index] ?? null;
    const [file = ''] = set.files;
    const total = set.files.reduce((sum, path) => sum + statSync(path).size, 0);
    if (target !== null)
      udm.whenStopped(
        `${target} was not finished, and what there was of it is removed. Nothing else has changed.`,
      );
    const bar = udm.bar(write ? 'decrypt' : 'verify');
    const paced = pace(total);
    const checked = await decryptFile({ file, key: { pem }, out: target, signal: udm.signal }, (share) =>
      bar.update(share, paced.note(Math.round(share * total), Date.now())),
    );
    bar.end();
    results.push({ file: target ?? set.zip, volumes: set.files.length, ...checked });
    const volumes = set.files.length === 1 ? '' : `${set.files.length} volumes, `;
    const { entries, records, bytes } = checked;
    const found = `${volumes}${entries} data entries, ${records} records, ${byteSize(bytes)}, as in manifest.json`;
    if (!udm.common.json) udm.result(null, `${target ?? set.zip}: ${found}`, target ?? '');
  }
  if (udm.common.json) udm.result(results, '');
}

/** Where a set goes. What is no earlier result is not replaced: least of all a key, a sealed file or a device. */
function targetOf({ zip, files }: SealedSet, out: string | undefined, sets: number): string {
  const target = outputOf(zip, out, sets);
  if (files.includes(target)) {
    const words = 'The decrypted file cannot have the name of the sealed one: name another with --out';
    throw new UsageError(words);
  }
  const there = lstatSync(target, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw new CommandError(`${target} is a folder: name another file with --out.`);
  if (there && !(there.isFile() && isZipOrEmpty(target)))
    throw new CommandError(`${target} is there already, and is no zip file: name another one with --out.`);
  return target;
}

function isZipOrEmpty(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const begin = Buffer.alloc(2);
    return readSync(file, begin) === 0 || begin.toString('latin1') === 'PK';
  } finally {
    closeSync(file);
  }
}

function outputOf(zip: string, out: string | undefined, sets: number): string {
  if (out === undefined) return zip;
  if (existsSync(out) && statSync(out).isDirectory()) return join(out, basename(zip));
  if (!existsSync(dirname(out))) throw new CommandError(`There is no folder ${dirname(out)}.`);
  if (sets > 1) throw new UsageError('These are several exports: --out must be a folder that exists');
  return out;
}

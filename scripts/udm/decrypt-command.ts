import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { byteSize } from '../cli/byte-size.ts';
import { CommandError, readArguments, UsageError } from '../cli/command.ts';
import { progressBar } from '../cli/progress.ts';
import type { UdmCommand } from './commands.ts';
import { decryptFile } from './decrypt-file.ts';
import { sealedSets } from './sealed-set.ts';

/** `udm decrypt`: sealed files to one ordinary zip file. */
export const decryptCommand: UdmCommand = {
  help: `npm run udm -- decrypt FILE... --key KEY [--out FILE] [--verify]

Decrypts downloaded files with the private key (PEM) of the certificate they were encrypted with. Of a split export name one
file, all files or their folder: the volumes lie beside each other and become one ordinary zip file. Every entry is
unpacked on the way and compared with manifest.json.

  --key KEY            file of the private key
  --out FILE           the decrypted zip file, or a folder for it (beside the sealed files, without .smime)
  --verify             checks everything and writes nothing
  --help               this text`,
  async run(args) {
    const options = {
      key: { type: 'string' },
      out: { type: 'string' },
      verify: { type: 'boolean', default: false },
    } as const;
    const { values, positionals } = readArguments({ args, options, allowPositionals: true });
    const { key, out, verify } = values;
    if (positionals.length === 0) throw new UsageError('No FILE is named');
    if (!key) throw new UsageError('--key is missing');
    if (verify && out !== undefined) throw new UsageError('--verify writes nothing: leave out --out');
    const missing = positionals.find((path) => !existsSync(path));
    if (missing !== undefined) throw new CommandError(`There is no ${missing}`);
    const sets = sealedSets(positionals);
    for (const { zip, files } of sets) {
      const target = verify ? null : outputOf(zip, out, sets.length);
      if (target !== null && files.includes(target))
        throw new UsageError('The name does not end in .smime: name the decrypted file with --out');
      const [file = ''] = files;
      const bar = progressBar(verify ? 'verify' : 'decrypt');
      const checked = await decryptFile({ file, key, out: target }, (share) => bar.update(share));
      bar.end();
      const volumes = files.length === 1 ? '' : `${files.length} volumes, `;
      const { entries, records, bytes } = checked;
      console.log(
        `${target ?? zip}: ${volumes}${entries} data entries, ${records} records, ${byteSize(bytes)}, as in manifest.json`,
      );
    }
    return 0;
  },
};

function outputOf(zip: string, out: string | undefined, sets: number): string {
  if (out === undefined) return zip;
  if (existsSync(out) && statSync(out).isDirectory()) return join(out, basename(zip));
  if (sets > 1) throw new UsageError('These are several exports: --out must be a folder');
  return out;
}

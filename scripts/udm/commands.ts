import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { DATA_TYPES, KINDS } from '../../src/model/records.ts';
import { byteSize } from '../cli/byte-size.ts';
import { readArguments, UsageError } from '../cli/command.ts';
import { progressBar } from '../cli/progress.ts';
import { CONNECTION_HELP, CONNECTION_OPTIONS, readConnection } from './connection.ts';
import { decryptCommand } from './decrypt-command.ts';
import { downloadFile, findFile } from './download-file.ts';
import { importFile } from './import-file.ts';
import { runExport } from './run-export.ts';
import { openSession } from '../../src/client/session.ts';
import { uploadCertificate } from './upload-certificate.ts';

/** One command of the client: what `--help` prints, and what it does; resolves to the exit code. */
export interface UdmCommand {
  readonly help: string;
  run(args: string[]): Promise<number>;
}

const importCommand: UdmCommand = {
  help: `npm run udm -- import KIND FILE... [options]

Imports JSON Lines, plain or gzip'd. KIND is ${KINDS.join(', ')}.
A record that exists already is updated; a file of any size is cut into requests at line ends.

${CONNECTION_HELP}`,
  async run(args) {
    const { values, positionals } = readArguments({
      args,
      options: CONNECTION_OPTIONS,
      allowPositionals: true,
    });
    const [name, ...files] = positionals;
    const kind = KINDS.find((item) => item === name);
    if (!kind) throw new UsageError(`KIND must be one of ${KINDS.join(', ')}, not "${name ?? ''}"`);
    if (files.length === 0) throw new UsageError('No FILE is named');
    const session = openSession(readConnection(values, process.env));
    let rejected = 0;
    for (const file of files) {
      const bar = progressBar(`import ${basename(file)}`);
      const report = await importFile(session, kind, file, (share) => bar.update(share));
      bar.end();
      const { errors, ...counts } = report;
      console.log(
        `${file}: ${Object.entries(counts)
          .map(([what, n]) => `${n} ${what}`)
          .join(', ')}`,
      );
      for (const { line, message } of errors) console.log(`${file}:${line}: ${message}`);
      rejected += counts.rejected;
    }
    return rejected === 0 ? 0 : 1;
  },
};

const certificateCommand: UdmCommand = {
  help: `npm run udm -- certificate FILE [--name NAME] [options]

Uploads the X.509 certificate (PEM or DER) that exports are encrypted with; it replaces the one on file.

  --name NAME          the name it is kept under (the file's)
${CONNECTION_HELP}`,
  async run(args) {
    const options = { ...CONNECTION_OPTIONS, name: { type: 'string' } } as const;
    const { values, positionals } = readArguments({ args, options, allowPositionals: true });
    const file = onlyOne('FILE', positionals);
    const name = values.name ?? basename(file);
    await uploadCertificate(openSession(readConnection(values, process.env)), file, name);
    console.log(`Uploaded ${name}.`);
    return 0;
  },
};

const exportCommand: UdmCommand = {
  help: `npm run udm -- export --type ${DATA_TYPES.join('|')} [options]

Creates a job that runs at once, waits for it and prints the names of its files. Exit code 1 when it fails.

  --type TYPE          what is exported
  --title TITLE        title of the job
  --media A,B          media types (all)
  --from DATE          start of the window, inclusive (open)
  --to DATE            end of the window, exclusive (open)
  --no-attachments     leave the documents out
  --split-size SIZE    volumes of this size, 64KB to 512MB (one file)
${CONNECTION_HELP}`,
  async run(args) {
    const options = {
      ...CONNECTION_OPTIONS,
      type: { type: 'string' },
      title: { type: 'string' },
      media: { type: 'string', default: '' },
      from: { type: 'string' },
      to: { type: 'string' },
      'no-attachments': { type: 'boolean', default: false },
      'split-size': { type: 'string' },
    } as const;
    const { values } = readArguments({ args, options });
    const type = DATA_TYPES.find((item) => item.toLowerCase() === values.type?.toLowerCase());
    if (!type) throw new UsageError(`--type must be one of ${DATA_TYPES.join(', ')}`);
    const request = {
      type,
      title: values.title ?? `${type}s, exported by udm`,
      media: values.media.split(',').filter(Boolean),
      from: values.from,
      to: values.to,
      attachments: !values['no-attachments'],
      splitSize: values['split-size'],
    };
    const bar = progressBar('export');
    const files = await runExport(openSession(readConnection(values, process.env)), request, (run) => {
      bar.update(run.progress / 100, `${run.status}, ${run.recordsExported} of ${run.recordsTotal} records`);
    });
    bar.end();
    for (const { name } of files) console.log(name);
    return 0;
  },
};

const downloadCommand: UdmCommand = {
  help: `npm run udm -- download NAME... [--out DIR] [options]

Downloads exported files and checks their SHA-256. A download that was broken off goes on where it stopped.

  --out DIR            folder for the files (the current one)
${CONNECTION_HELP}`,
  async run(args) {
    const options = { ...CONNECTION_OPTIONS, out: { type: 'string', default: '.' } } as const;
    const { values, positionals } = readArguments({ args, options, allowPositionals: true });
    if (positionals.length === 0) throw new UsageError('No NAME is given');
    const session = openSession(readConnection(values, process.env));
    mkdirSync(values.out, { recursive: true });
    for (const name of positionals) {
      const file = await findFile(session, name);
      const bar = progressBar(`download ${byteSize(file.size)}`);
      const path = await downloadFile(session, file, values.out, (share) => bar.update(share));
      bar.end();
      console.log(path);
    }
    return 0;
  },
};

/** The client's commands by name. */
export const UDM_COMMANDS: Readonly<Record<string, UdmCommand>> = {
  import: importCommand,
  certificate: certificateCommand,
  export: exportCommand,
  download: downloadCommand,
  decrypt: decryptCommand,
};

function onlyOne(what: string, positionals: readonly string[]): string {
  const [first, ...more] = positionals;
  if (first === undefined || more.length > 0) throw new UsageError(`Exactly one ${what} must be named`);
  return first;
}

import { Command, CommanderError } from 'commander';
import * as zlib from 'node:zlib';
import manifest from '../../package.json' with { type: 'json' };
import { CommandError } from '../cli/command.ts';
import { accessCommands } from './commands/access.ts';
import { auditCommand } from './commands/audit.ts';
import { certificateCommand } from './commands/certificate.ts';
import { clientsCommand } from './commands/clients.ts';
import { completionCommand } from './commands/completion.ts';
import { dataCommand } from './commands/data.ts';
import { decryptCommands } from './commands/decrypt.ts';
import { destinationCommand } from './commands/destination.ts';
import { downloadCommand } from './commands/download.ts';
import { eraseCommand } from './commands/erase.ts';
import { exportCommand } from './commands/export.ts';
import { filesCommand } from './commands/files.ts';
import { historyCommand } from './commands/history.ts';
import { importCommand } from './commands/import.ts';
import { issuersCommand } from './commands/issuers.ts';
import { jobsCommand } from './commands/jobs.ts';
import { keysCommand } from './commands/keys.ts';
import { loginCommands } from './commands/login.ts';
import { statisticsCommand } from './commands/statistics.ts';
import { usersCommand } from './commands/users.ts';
import { webhooksCommand } from './commands/webhooks.ts';
import { watchCommand } from './commands/watch.ts';
import { CONNECTION_HELP } from './connection.ts';
import { explainError } from './explain-error.ts';
import { EXIT_CODES, exitCodeHelp, exitCodeOf } from './exit-codes.ts';

/** Columns of the help where the terminal does not tell. */
const COLUMNS = 80;

/** Every command of `udm`. */
export function udmProgram(): Command {
  const program = new Command('udm')
    .description('Exports the history of a contact center: the command line of User Data Management.')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .option('--profile <name>', 'the sign-in to use')
    .option('--url <address>', 'address of the service')
    .option('--json', 'prints JSON')
    .option('-q, --quiet', 'prints results alone: no progress, no notes')
    .configureHelp({ showGlobalOptions: true, helpWidth: process.stdout.columns || COLUMNS })
    .configureOutput({ outputError: (text, write) => write(sentence(text)) })
    .exitOverride();
  for (const add of COMMANDS) add(program);
  program.addHelpText('after', `\n${CONNECTION_HELP}\n\n${exitCodeHelp()}`);
  return program;
}

const COMMANDS = [
  loginCommands,
  importCommand,
  certificateCommand,
  exportCommand,
  jobsCommand,
  historyCommand,
  watchCommand,
  statisticsCommand,
  filesCommand,
  downloadCommand,
  decryptCommands,
  eraseCommand,
  dataCommand,
  usersCommand,
  clientsCommand,
  keysCommand,
  issuersCommand,
  destinationCommand,
  webhooksCommand,
  accessCommands,
  auditCommand,
  completionCommand,
];

/** Runs a command line to its end and answers the exit code; whatever goes wrong is told on stderr. */
export async function runUdm(args: readonly string[]): Promise<number> {
  try {
    requireNode();
    await udmProgram().parseAsync(args, { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : EXIT_CODES.done[0];
  } catch (error) {
    // Commander has told already what it did not understand, or shown the help that was asked for.
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? EXIT_CODES.done[0] : EXIT_CODES.usage[0];
    console.error(explainError(error));
    return exitCodeOf(error);
  }
}

/** What has come to Node with 20.15 is there, or the reason is told. */
function requireNode(): void {
  if (typeof zlib.crc32 !== 'function')
    throw new CommandError(`udm needs Node 20.15 or newer; this is ${process.version}.`);
}

/** Commander's complaint as a sentence: `error: unknown option '--foo'`. */
function sentence(text: string): string {
  const said = text.replace(/^error: /, '').trimEnd();
  const [first = '', ...more] = said.split('\n');
  const ended = /[.)?]$/.test(first) ? first : `${first}.`;
  return [
    `${ended.charAt(0).toUpperCase()}${ended.slice(1)}`,
    ...more,
    '"-h" behind the command shows its options.',
    '',
  ].join('\n');
}

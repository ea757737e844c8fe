import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { ClientError } from '../../src/client/client-error.ts';
import { explainFile } from './explain.ts';

/** What the user of a command can mend: shown as its message alone, and the command exits with 1. */
export class CommandError extends Error {}

/** A command line that the command does not understand: shown with a hint at `--help`; exit code 2. */
export class UsageError extends CommandError {}

/** `parseArgs` of node:util (strict unless told), whose complaints become a `UsageError`. */
export function readArguments<T extends ParseArgsConfig>(config: T) {
  try {
    return parseArgs(config);
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

/** A whole number within bounds, or a `UsageError` that names the option. */
export function readInteger(option: string, text: string, bounds: readonly [number, number]): number {
  const value = Number(text);
  const [low, high] = bounds;
  if (!/^\d+$/.test(text) || value < low || value > high) {
    throw new UsageError(`--${option} must be a whole number from ${low} to ${high}, not "${text}"`);
  }
  return value;
}

/** Runs a command's main function on the process's arguments and turns its outcome into the exit code. */
export async function runCommand(main: (args: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    process.exitCode = error instanceof UsageError ? 2 : 1;
    console.error(explain(error));
  }
}

/** What the client says, and a file that cannot be opened, are the user's to mend as well. Defects keep their stack. */
function explain(error: unknown): unknown {
  if (error instanceof UsageError) return `${error.message}\nSee --help.`;
  const ofUser = error instanceof CommandError || error instanceof ClientError;
  return explainFile(error) ?? (ofUser ? error.message : error);
}

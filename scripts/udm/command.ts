import type { Command } from 'commander';
import { openSession } from '../../src/client/session.ts';
import type { Session } from '../../src/client/session.ts';
import { CommandError } from '../cli/command.ts';
import { progressBar } from '../cli/progress.ts';
import type { ProgressBar } from '../cli/progress.ts';
import { duration } from '../cli/pace.ts';
import { openPrompt } from '../cli/prompt.ts';
import { chosenCaller } from './connection.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { stoppable } from './stopping.ts';

/** The options that every command has. */
export interface Common {
  readonly profile?: string;
  readonly url?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** What a command works with. */
export interface Udm {
  readonly common: Common;
  /** The service, seen by whoever is signed in. Nothing is sent before the first request. */
  session(): Session;
  /** What was asked for, on stdout: as JSON with --json, else as text. With --quiet `brief` stands for the text where there is one. */
  result(value: unknown, text: string, brief?: string): void;
  /** What goes on, on stderr; silent with --quiet. */
  say(line: string): void;
  /** A bar on stderr; silent with --quiet. */
  bar(label: string): ProgressBar;
  /** What is printed next gets a line of its own. */
  leaveBar(): void;
  /** Asks before something is gone for good; throws where nobody can be asked and --yes was not given. */
  confirm(question: string, yes: boolean | undefined): Promise<void>;
  /** Fires at Ctrl-C. */
  readonly signal: AbortSignal;
  /** Says what Ctrl-C leaves, and how it is taken up. */
  readonly whenStopped: (words: string) => void;
}

type Act<O> = (udm: Udm, args: readonly string[], options: Common & O) => Promise<number | void>;

/**
 * Makes a command's action of a function. Commander calls an action with the command itself as its last argument: it knows its
 * arguments, and its options together with those that all commands have.
 */
export const acting =
  <O = unknown>(act: Act<O>) =>
  async (...given: unknown[]): Promise<void> => {
    const command = given.at(-1) as Command; // as commander has it
    const options = command.optsWithGlobals<Common & O>();
    const { signal, whenStopped, orStopped } = stoppable();
    const udm = udmOf(options, { signal, whenStopped });
    const code = await orStopped(act(udm, command.args, options)).finally(() => udm.leaveBar());
    process.exitCode = code ?? EXIT_CODES.done[0];
  };

function udmOf(common: Common, stopping: Pick<Udm, 'signal' | 'whenStopped'>): Udm {
  const quiet = common.quiet ?? false;
  const say = (line: string) => void (quiet || process.stderr.write(`${line}\n`));
  let drawn: ProgressBar | null = null;
  const onAway = (reason: string, waitMs: number) => {
    const line = `${reason} Trying again in ${duration(waitMs / 1000)} …`;
    // Told even with --quiet: whoever waits has to know why.
    if (drawn) drawn.say(line);
    else process.stderr.write(`${line}\n`);
  };
  return {
    common,
    ...stopping,
    session: () => {
      const patience = { signal: stopping.signal, onAway };
      return openSession(chosenCaller(common, patience), patience);
    },
    result(value, text, brief = text) {
      const shown = common.json ? JSON.stringify(value, null, 2) : quiet ? brief : text;
      if (shown) console.log(shown);
    },
    say,
    bar: (label) => (drawn = quiet || common.json ? silentBar : progressBar(label)),
    leaveBar: () => drawn?.leave(),
    confirm: (question, yes) => (yes ? Promise.resolve() : confirmed(question)),
  };
}

const silentBar: ProgressBar = {
  update() {},
  end() {},
  leave() {},
  say: (line) => void process.stderr.write(`${line}\n`),
};

async function confirmed(question: string): Promise<void> {
  if (!process.stdin.isTTY) throw new CommandError(`${question} Nobody can be asked: add --yes.`);
  const prompt = openPrompt();
  try {
    const answer = await prompt.ask(`${question} Type yes to go on`);
    if (answer.toLowerCase() !== 'yes') throw new CommandError('Nothing was done.');
  } finally {
    prompt.close();
  }
}

/** Columns that a table may take: as many as the terminal has; null for a file or a pipe, where nothing is cut. */
export const tableColumns = (): number | null => (process.stdout.isTTY ? process.stdout.columns || 80 : null);

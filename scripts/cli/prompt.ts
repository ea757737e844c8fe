import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandError } from './command.ts';

/** Asks a person. On a terminal each question is shown; from a pipe each takes one line, so that scripts can answer. */
export interface Prompt {
  /** The answer, or `initial` where it is empty. */
  ask(question: string, initial?: string): Promise<string>;
  /** The same without showing what is typed. */
  askSecret(question: string): Promise<string>;
  close(): void;
}

/** Questions on stderr, answers from stdin: stdout stays for results. Throws a `CommandError` when the input ends. */
export function openPrompt(): Prompt {
  const terminal = process.stdin.isTTY;
  let muted = false;
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!muted) process.stderr.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output, terminal, historySize: 0 });
  const answers = lines[Symbol.asyncIterator]();
  // Ctrl-C at a question is one for the whole command.
  lines.on('SIGINT', () => {
    process.stderr.write('\n');
    process.exit(130);
  });
  const next = async (question: string): Promise<string> => {
    if (terminal) process.stderr.write(question);
    const { done, value } = await answers.next();
    if (done)
      throw new CommandError(`"${question.trim().replace(/:$/, '')}" was not answered: the input ended.`);
    return value.trim();
  };
  return {
    ask: async (question, initial = '') =>
      (await next(initial ? `${question} [${initial}]: ` : `${question}: `)) || initial,
    async askSecret(question) {
      muted = terminal;
      try {
        return await next(`${question}: `);
      } finally {
        muted = false;
        if (terminal) process.stderr.write('\n');
      }
    },
    close: () => lines.close(),
  };
}

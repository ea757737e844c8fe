import { CommandError } from './command.ts';
import { openPrompt } from './prompt.ts';

/** Asks for a name once more, before something that cannot be undone: a wrong one would strike something else. */
export async function confirmName(name: string, question: string): Promise<void> {
  const prompt = openPrompt();
  try {
    if ((await prompt.ask(question)) !== name)
      throw new CommandError('That is not its name: nothing was done.');
  } finally {
    prompt.close();
  }
}

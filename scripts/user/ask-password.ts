import { openPrompt } from '../cli/prompt.ts';

/** The new user's password: from UDM_PASSWORD, else one line of standard input, else asked for. */
export async function askPassword(question: string, env = process.env): Promise<string> {
  const given = env['UDM_PASSWORD'];
  if (given) return given;
  const prompt = openPrompt();
  try {
    return await prompt.askSecret(question);
  } finally {
    prompt.close();
  }
}

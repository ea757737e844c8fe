import { UsageError } from '../cli/command.ts';

/** The id of a job or run; throws a `UsageError` that says what was expected. */
export function readId(text: string | undefined): number {
  const id = Number(text);
  if (text === undefined || !/^\d+$/.test(text) || !Number.isSafeInteger(id) || id < 1)
    throw new UsageError(`"${text ?? ''}" is no id: ids are whole numbers, such as 12`);
  return id;
}

/** Several of them, each by itself or with commas between. */
export const readIds = (texts: readonly string[]): readonly number[] =>
  texts.flatMap((text) => text.split(',')).map(readId);

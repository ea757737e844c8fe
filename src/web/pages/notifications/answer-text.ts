/** What a webhook answered: its status and the beginning of its text, or why there was none. */
export const answerText = ({
  status,
  answer,
}: {
  readonly status: number | null;
  readonly answer: string;
}): string => [status, answer].filter((part) => part !== null && part !== '').join(' ') || '–';

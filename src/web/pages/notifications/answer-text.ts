import { MAIL_TAKEN, mailOf } from '../../../model/webhook.ts';

/** An address as people write it: a mail's without its scheme. */
export const shownAddress = (url: string): string => mailOf(url) ?? url;

/** What an address answered: its status and the beginning of its text, or why there was none; "" of a mail that was taken. */
export function answerText({
  status,
  answer,
}: {
  readonly status: number | null;
  readonly answer: string;
}): string {
  if (status === MAIL_TAKEN) return answer;
  return [status, answer].filter((part) => part !== null && part !== '').join(' ') || '–';
}

import { mailText } from '../labels/mail-text.ts';
import type { TellMail } from '../jobs/webhooks/send.ts';
import { PAGE_PATHS } from '../model/page-paths.ts';
import { MAIL_TAKEN } from '../model/webhook.ts';
import type { SendMail } from '../platform/mail.ts';

/** Tells mail addresses what webhooks are told: what happened, and on which page it is seen. */
export const toldMail =
  (send: SendMail, origin: string | null): TellMail =>
  async (to, message) => {
    const text = mailText(message);
    if (text === null) return { status: null, answer: `no mail tells of ${message.event}` };
    const { subject, paragraphs } = text;
    const link = origin === null ? [] : [`${origin}${pageOf(message.event, message.data)}`];
    const [english = '', german = '', ...why] = paragraphs;
    const body = [english, german, ...link, ...why].join('\n\n');
    const answer = await send({ to, subject, text: `${body}\n` });
    return answer.sent ? { status: MAIL_TAKEN, answer: '' } : { status: null, answer: answer.reason };
  };

/** Where it is seen: the run's own page where there is one. */
function pageOf(event: string, data: object): string {
  const { historyId } = data as { readonly historyId?: unknown };
  if (typeof historyId === 'number') return PAGE_PATHS.run.replace(':id', String(historyId));
  if (event === 'certificate.ending') return PAGE_PATHS.preferences;
  return event === 'budget.reached' ? PAGE_PATHS.cost : PAGE_PATHS.notifications;
}

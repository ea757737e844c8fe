import type { TellByMail } from '../identity/tell-by-mail.ts';
import { noticeText } from '../labels/notice-text.ts';
import { isMailAddress } from '../model/mail-address.ts';
import type { SendMail } from '../platform/mail.ts';

/**
 * Tells users by mail what they are told on the next page, where their name is an address. The mail names nobody and no contact center: it
 * says what happened, in both languages since nobody knows theirs, and where to look.
 */
export function noticeMail(
  send: SendMail,
  { origin, later }: { readonly origin: string | null; readonly later: (work: Promise<unknown>) => void },
): TellByMail {
  return ({ name }, code) => {
    if (!isMailAddress(name)) return;
    const texts = [noticeText({ code }, 'en'), noticeText({ code }, 'de')];
    const text = [...texts, ...(origin === null ? [] : [`${origin}/`])].join('\n\n');
    later(send({ to: name, subject: 'User Data Management: your sign-in', text: `${text}\n` }));
  };
}

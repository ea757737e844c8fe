import { log } from './log.ts';

/** A mail in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What became of a mail: it was taken to be sent, or why it was not, in the words of who refused it. */
export type MailAnswer = { readonly sent: true } | { readonly sent: false; readonly reason: string };

/** Sends mails; never throws: what cannot be sent is told to the log, without its address. */
export type SendMail = (mail: Mail) => Promise<MailAnswer>;

/** The platform's binding for mails (`send_email`), as much of it as is used. */
export type MailBinding = Pick<SendEmail, 'send'>;

const SENT = { sent: true } as const;

/** What sends mails by a binding, from an address; null where the deployment has none. */
export function mailBy(binding: MailBinding | undefined, from: string | null): SendMail | null {
  if (!binding || from === null) return null;
  return async (mail) => {
    try {
      await binding.send({ from, ...mail });
      return SENT;
    } catch (error) {
      log('mail-unsent', { error });
      return { sent: false, reason: error instanceof Error ? error.message : 'it was not taken' };
    }
  };
}

/** Local development sends no mails: it shows whoever runs it what would be sent. */
export const shownMail: SendMail = async ({ to, subject, text }) => {
  // It is no event of the service's log: who runs it here is to read it.
  // oxlint-disable-next-line no-console
  console.info(`A mail that would be sent\nTo: ${to}\nSubject: ${subject}\n\n${text}`);
  return SENT;
};

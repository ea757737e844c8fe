import { log } from './log.ts';

/** A mail in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mails; never throws: what cannot be sent is told to the log, without its address. */
export type SendMail = (mail: Mail) => Promise<void>;

/** The platform's binding for mails (`send_email`), as much of it as is used. */
export type MailBinding = Pick<SendEmail, 'send'>;

/** What sends mails by a binding, from an address; null where the deployment has none. */
export function mailBy(binding: MailBinding | undefined, from: string | null): SendMail | null {
  if (!binding || from === null) return null;
  return async (mail) => {
    try {
      await binding.send({ from, ...mail });
    } catch (error) {
      log('mail-unsent', { error });
    }
  };
}

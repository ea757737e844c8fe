import { DE_MAILS, EN_MAILS, type MailEvent } from './mail-words.ts';

/** What is told: the event by its id, and its data, of which a mail takes what its words have a place for. */
export interface MailedEvent {
  readonly id: string;
  readonly event: string;
  readonly data: object;
}

const LANGUAGES = [EN_MAILS, DE_MAILS];

/** The subject and the paragraphs of a mail, in both languages, since nobody knows whose address it is; null of what mails do not tell. */
export function mailText({
  id,
  event,
  data,
}: MailedEvent): { readonly subject: string; readonly paragraphs: readonly string[] } | null {
  if (!isMailEvent(event)) return null;
  const values = new Map<string, unknown>([...Object.entries(data), ['id', id]]);
  const said = (words: string): string =>
    words.replaceAll(/\{(\w+)\}/g, (hole, name: string) => shown(values.get(name) ?? hole));
  const [english = ''] = said(EN_MAILS[event]).split(/\.(?: |$)/);
  return {
    subject: `User Data Management: ${english}`,
    paragraphs: [
      ...LANGUAGES.map((words) => said(words[event])),
      ...LANGUAGES.map((words) => said(words.why)),
    ],
  };
}

const isMailEvent = (event: string): event is MailEvent => event !== 'why' && Object.hasOwn(EN_MAILS, event);

/** An instant is told to the minute. */
function shown(value: unknown): string {
  const [, day, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):[\d.]+Z$/.exec(String(value)) ?? [];
  return day === undefined ? String(value) : `${day} ${minute} UTC`;
}

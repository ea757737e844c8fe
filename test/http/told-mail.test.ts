import { expect, it, vi } from 'vitest';
import { toldMail } from '../../src/http/told-mail.ts';
import { toldOf, WEBHOOK_EVENTS } from '../../src/model/webhook.ts';
import { shownMail, type Mail } from '../../src/platform/mail.ts';

const ORIGIN = 'https://udm.example';
const RUN = { contactCenter: 'acme', jobId: 12, historyId: 13 };
/** What the outbox has of each event (store/outbox.ts, store/budgets.ts). */
const DATA = {
  'run.started': RUN,
  'run.finished': { ...RUN, files: 2, bytes: 700 },
  'run.failed': { ...RUN, reason: 'The record IXN-4711 of anna@acme.example cannot be read.' },
  'run.cancelled': RUN,
  'run.skipped': RUN,
  'delivery.finished': { ...RUN, files: 2, bytes: 700 },
  'delivery.failed': { ...RUN, code: 'delivery-key' },
  'files.expiring': { ...RUN, files: 2, expiresAt: '2026-11-29T12:00:00.000Z' },
  'certificate.ending': {
    contactCenter: 'acme',
    fingerprint: 'f'.repeat(64),
    notAfter: '2026-12-24T08:30:00.000Z',
  },
  'budget.reached': { contactCenter: 'acme', month: '2026-11', percent: 80, dollars: 8.1, budget: 10 },
  test: { contactCenter: 'acme' },
} as const;

async function mailed(event: string, data: object, origin: string | null = ORIGIN) {
  const mails: Mail[] = [];
  const tell = toldMail(async (mail) => {
    mails.push(mail);
    return { sent: true };
  }, origin);
  const answer = await tell('exports@acme.example', { id: 'job-12-3', event, at: 0, data });
  return { mails, answer };
}

it.each([...WEBHOOK_EVENTS, 'test'] as const)(
  'a mail of %s says all of it in both languages',
  async (event) => {
    const { mails, answer } = await mailed(event, DATA[event]);
    expect(answer).toEqual({ status: 250, answer: '' });
    const [{ to, subject, text } = { to: '', subject: '', text: '' }] = mails;
    expect(to).toBe('exports@acme.example');
    expect(subject).toMatch(/^User Data Management: [^{}\n]+[^{}\n.]$/);
    expect(text).not.toMatch(/[{}]|undefined|IXN|anna/);
    const [english, german, link, why, warum] = text.trim().split('\n\n');
    expect(english).toMatch(/^(Run|The files of run|A certificate|80 % of|This is)/);
    expect(german).toMatch(/^(Lauf|Die Dateien von Lauf|Ein Zertifikat|80 % des|Dies ist)/);
    if ('jobId' in DATA[event]) expect(english).toMatch(/\b13 of job 12\b/);
    expect(link).toMatch(/^https:\/\/udm\.example\/(history\/13|preferences|cost|notifications)$/);
    for (const words of [why, warum]) expect(words).toMatch(/acme .*job-12-3\.$/);
  },
);

it('a mail has dates to the minute, and no link where nobody knows the address of the pages', async () => {
  const { mails } = await mailed('files.expiring', DATA['files.expiring'], null);
  expect(mails[0]?.text).toContain('2026-11-29 12:00 UTC');
  expect(mails[0]?.text).not.toContain('https:');
});

it('what runs tell has words in mails, and what has none is not sent', async () => {
  const told = toldOf({ event: 'finished', volumes: 1, bytes: 2 });
  expect(Object.keys(DATA)).toContain(told?.event);
  const { mails, answer } = await mailed('audit.links', {});
  expect([mails, answer.status]).toEqual([[], null]);
});

it('local development shows a mail in the place of sending it', async () => {
  const lines: string[] = [];
  const info = vi.spyOn(console, 'info').mockImplementation((line: string) => void lines.push(line));
  expect(await shownMail({ to: 'a@b.example', subject: 'S', text: 'T' })).toEqual({ sent: true });
  info.mockRestore();
  expect(lines).toEqual(['A mail that would be sent\nTo: a@b.example\nSubject: S\n\nT']);
});

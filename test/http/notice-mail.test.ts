import { env } from 'cloudflare:workers';
import { afterEach, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { noticeMail } from '../../src/http/notice-mail.ts';
import type { NoticeCode } from '../../src/model/notices.ts';
import { mailBy, type Mail } from '../../src/platform/mail.ts';
import { addUser, makeApp, newCenter } from './harness.ts';
import { Browser } from './sign-in/browser.ts';

afterEach(() => vi.restoreAllMocks());

it('tells by mail whose name is an address what happened and where to look, and names nobody', async () => {
  const sent: Mail[] = [];
  const taking = async (mail: Mail) => {
    sent.push(mail);
    return { sent: true } as const;
  };
  const tell = noticeMail(taking, {
    origin: 'https://udm.example',
    later: () => undefined,
  });
  for (const name of ['anna@acme.example', 'anna', 'a b@acme.example', 'a@b', '<x>@acme.example'])
    tell({ name }, 'password-changed');
  expect(sent).toHaveLength(1);
  const [{ to, text } = { to: '', text: '' }] = sent;
  expect(to).toBe('anna@acme.example');
  expect(text).toMatch(
    /^Your password was changed\.[\s\S]*Ihr Passwort wurde[\s\S]*https:\/\/udm\.example\/\n$/,
  );
  expect(text).not.toMatch(/anna|acme/);
});

it('tells of a changed password behind the answer, and of none that is the first', async () => {
  const told: (readonly [string, NoticeCode])[] = [];
  const { app } = makeApp({ tellByMail: ({ name }, code) => void told.push([name, code]) });
  const ccid = newCenter();
  const [name, password] = [`anna-${ccid}@acme.example`, 'a long enough secret'];
  await addUser(name, { ccid, password, roles: ['exporter'] });
  const browser = new Browser(app);
  await browser.signIn(name, password);
  const change = { currentPassword: password, newPassword: `${password} anew` };
  expect((await browser.ask('PATCH', '/udm/v10/me', change)).status).toBe(200);
  expect(told).toEqual([[name, 'password-changed']]);
});

it('goes on where a mail cannot be sent, and tells no address of it', async () => {
  const lines: string[] = [];
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void lines.push(line));
  const away = mailBy(
    { send: () => Promise.reject(new Error('no such anna@acme.example')) },
    'udm@udm.example',
  );
  const answer = await away?.({ to: 'anna@acme.example', subject: 's', text: 't' });
  expect(answer).toEqual({ sent: false, reason: 'no such anna@acme.example' });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('mail-unsent');
  expect(lines[0]).not.toContain('anna');
  const taken: unknown[] = [];
  const binding = { send: async (mail: unknown) => void taken.push(mail) as never };
  expect(await mailBy(binding, 'udm@udm.example')?.({ to: 'a@b.example', subject: 's', text: 't' })).toEqual({
    sent: true,
  });
  expect(taken).toEqual([{ from: 'udm@udm.example', to: 'a@b.example', subject: 's', text: 't' }]);
  expect([mailBy(undefined, 'udm@udm.example'), mailBy(binding, null)]).toEqual([null, null]);
  expect(readConfig({ ...env, MAIL_FROM: '' }).mailFrom).toBeNull();
  expect(() => readConfig({ ...env, MAIL_FROM: 'nobody' })).toThrow('MAIL_FROM (must be an address)');
});

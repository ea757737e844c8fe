import { expect } from 'vitest';
import { DEFAULT_PERIOD, historyBytes } from '../../../scripts/generate/history.ts';
import { signIn } from '../browser.ts';
import type { Task } from './person.ts';

export const HISTORY = { ...DEFAULT_PERIOD, seed: 7, interactions: 900 };

/** "Get started": logging in, the certificate, and the records, without which there is nothing to see. */
export const GET_STARTED: readonly Task[] = [
  {
    name: 'log in, with the name remembered',
    act: async ({ page, turn, write, press, field, button, headed, sound }) => {
      await write(field('User name'), 'demo');
      await turn(page.getByRole('checkbox', { name: 'Remember me' }), true);
      await sound();
      await press(button('Next'));
      await write(page.getByLabel('Password', { exact: true }), 'wrong');
      await press(button('Sign in'));
      await page.getByRole('alert').getByText('The user name or password is wrong.').waitFor();
      await sound();
      await write(page.getByLabel('Password', { exact: true }), 'demo');
      await press(button('Sign in'));
      await headed('Home');
      expect(await page.evaluate('localStorage.getItem("udm.remembered")')).toBe('["demo",""]');
    },
  },
  {
    name: 'import an encryption certificate in place of the one on file',
    act: async ({ page, running, fromOwnMenu, button, give, told, headed, sound }) => {
      await fromOwnMenu('User preferences');
      await headed('User preferences');
      await give(button('Choose a file'), running.recipient.certificateFile);
      await told('The certificate is on file.');
      const bad = { name: 'no.pem', mimeType: 'text/plain', buffer: Buffer.from('x') };
      await give(button('Choose a file'), bad);
      await page.getByRole('alert').getByText('no X.509 certificate').waitFor();
      await sound();
    },
  },
  {
    name: 'bring records in',
    act: async ({ page, goTo, give, button, press, sound }) => {
      await goTo('Import');
      const buffer = Buffer.concat([...historyBytes('interactions', HISTORY)]);
      await give(button('Choose files'), {
        name: 'interactions.jsonl',
        mimeType: 'application/x-ndjson',
        buffer,
      });
      await press(button('Import'));
      await page.getByText('New', { exact: true }).waitFor();
      await sound();
    },
  },
];

/** "Logging out", and what is told to somebody without the permissions. */
export const LOG_OUT: readonly Task[] = [
  {
    name: 'log out, and be denied what the roles do not bring',
    act: async ({ page, running, fromOwnMenu, headed, field, sound }) => {
      await fromOwnMenu('Log out');
      expect(await field('User name').inputValue()).toBe('demo');
      await running.session.send('/users', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ name: 'sec', roles: ['security'], password: 'a long enough one 4711' }),
      });
      await signIn(page, 'sec', 'a long enough one 4711');
      await headed('Access denied');
      await page.getByText('Your roles: Security.').waitFor();
      expect(await page.getByRole('link', { name: 'Jobs' }).count()).toBe(0);
      // Who is in already has nothing to do where one signs in.
      await page.goto(`${running.service.url}/sign-in`);
      await headed('Access denied');
      expect(page.url()).toBe(`${running.service.url}/`);
      await sound();
    },
  },
];

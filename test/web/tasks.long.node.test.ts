import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startedService, type Running } from '../e2e/service.ts';
import { HAS_BROWSER, openBrowser } from './browser.ts';
import { KEYS_PAGE } from './tasks/access.ts';
import { ADMINISTRATION } from './tasks/administration.ts';
import { ARTIFACTS_PAGE, HISTORY_PAGE } from './tasks/export.ts';
import { mouseOf } from './tasks/hands.ts';
import { keyboardOf } from './tasks/keyboard.ts';
import { personOf, type Person } from './tasks/person.ts';
import { GET_STARTED, LOG_OUT } from './tasks/ways-in.ts';

/** In the guide's order; what it does not know of comes before its end. */
const TASKS = [
  ...GET_STARTED,
  ...ADMINISTRATION,
  ...HISTORY_PAGE,
  ...ARTIFACTS_PAGE,
  ...KEYS_PAGE,
  ...LOG_OUT,
];

/** The guide's tasks as a person does them, once by mouse and once by keyboard alone. Each goes on where the one before ended. */
describe.skipIf(!HAS_BROWSER).each([
  ['mouse', mouseOf],
  ['keyboard', keyboardOf],
] as const)('the tasks of the guide, by %s', (_name, handOf) => {
  let running: Running;
  let browser: Browser;
  let person: Person;
  const folder = mkdtempSync(join(tmpdir(), 'udm-tasks-'));
  beforeAll(async () => {
    running = await startedService();
    browser = await openBrowser();
    const context = await browser.newContext({ acceptDownloads: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(running.service.url);
    person = personOf(page, running, folder, handOf(page));
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(TASKS)('$name', async ({ act }) => {
    await expect(act(person)).resolves.toBeUndefined();
  });
});

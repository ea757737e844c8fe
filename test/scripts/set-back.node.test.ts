import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, vi } from 'vitest';
import { Cloudflare } from '../../scripts/deploy/cloudflare.ts';
import { namesOf } from '../../scripts/deploy/names.ts';
import { setDatabaseBack } from '../../scripts/deploy/set-database-back.ts';
import { inEmptyAccount } from '../../scripts/drill/drilled.ts';
import { setBackThrough } from '../../scripts/operator/set-back-through.ts';
import { runScript } from './run-script.ts';

const TO = '2026-11-26T20:00:00.000Z';

/** A service that answers as told, place by place, and notes what it was asked; the first answer of each is lost. */
async function withService<T>(
  answers: Readonly<Record<string, object>>,
  act: (url: string, asked: readonly string[]) => Promise<T>,
): Promise<T> {
  const asked: string[] = [];
  const seen = new Set<string>();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { place } = JSON.parse(body) as { place?: { step: string } };
    const what = `${(request.url ?? '').replace('/udm/operator/', '')}${place ? ` ${place.step}` : ''}`;
    asked.push(what);
    if (what.startsWith('set-back') && !seen.has(what)) {
      seen.add(what);
      response.writeHead(503).end();
      return;
    }
    response.end(JSON.stringify(answers[what] ?? {}));
  };
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A TCP server's address is an object.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await act(url, asked);
  } finally {
    server.close();
  }
}

it('sets objects back, then D1, then what had been deleted; and adds up what does not come back', async () => {
  const step = { jobs: 0, lostFiles: [], lostTexts: {}, next: null };
  const answers = {
    'set-back/step objects': { ...step, jobs: 2 },
    'set-back/step deleted': { ...step, jobs: 1 },
    'set-back/step files': {
      ...step,
      lostFiles: [{ ccid: 'acme', run: 7, files: 2 }],
      next: { step: 'texts' },
    },
    'set-back/step texts': { ...step, lostTexts: { acme: 3 } },
    'restore/begin': { next: null },
  };
  await inEmptyAccount(async ({ fake }) => {
    fake.account.databases.set('user-data-management', 'the-id');
    vi.stubEnv('CLOUDFLARE_API_BASE_URL', `${fake.url}/api`);
    const { signal } = new AbortController();
    const cloudflare = new Cloudflare(fake.account.token, 'account', signal);
    await withService(answers, async (url, asked) => {
      const report = await setBackThrough(
        { url, key: 'k', signal },
        {
          to: TO,
          holdDays: 30,
          setDatabaseBack: async () => {
            expect(asked.at(-1)).toBe('set-back/step objects');
            expect(await setDatabaseBack({ cloudflare, names: namesOf('production') }, TO)).toBe(
              `before of-${TO}`,
            );
          },
        },
      );
      expect(report).toEqual({
        jobs: 3,
        restored: 0,
        ghosts: 0,
        lostFiles: [{ ccid: 'acme', run: 7, files: 2 }],
        lostTexts: { acme: 3 },
      });
      const twice = (what: string) => [what, what];
      expect(asked).toEqual([
        ...twice('set-back/begin'),
        ...['objects', 'deleted', 'files', 'texts'].flatMap((of) => twice(`set-back/step ${of}`)),
        'restore/begin',
      ]);
    });
    expect(fake.takeChanges()).toEqual(['POST /d1/database/the-id/time_travel/restore']);
    vi.unstubAllEnvs();
  });
});

it.each([
  [['--to', 'yesterday', '--env', 'production'], 'not "yesterday"'],
  [['--to', TO], '--to needs --env'],
  [['--to', TO, '--env', 'production', '--remote'], '--to goes without --remote'],
  [['--to', TO, '--from', 'x'], 'exclude each other'],
  [['--env', 'production'], '--env goes with --to'],
  [['--from', 'x'], '--key is missing'],
])('npm run restore says what is wrong with %j', async (args, words) => {
  const { code, stderr } = await runScript('restore', args, { folder: process.cwd() });
  expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
});

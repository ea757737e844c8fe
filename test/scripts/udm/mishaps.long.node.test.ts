import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, PlayedService, progressOf } from './played-service.ts';
import { startUdm } from './started-udm.ts';

let service: PlayedService;
let folder: string;
const at = (name: string) => join(folder, name);
const start = (...args: readonly string[]) => startUdm(args, { url: service.url, folder });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'udm-mishaps-'));
  service = new PlayedService();
  await service.start();
});
afterEach(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until the service was asked for something. */
async function asked(what: string): Promise<void> {
  for (let look = 0; !service.seen.some((line) => line.includes(what)); look += 1) {
    if (look === 1_500) throw new Error(`${what} was not asked for, but ${service.seen.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Plays job 11 and its run 12, whose status is told. */
function playRun(status: () => string): void {
  service.answer = ({ method, url = '' }, response) => {
    if (method === 'POST') return json(response, 202, { id: 11 });
    if (url.endsWith('/progress')) return json(response, 200, progressOf(status()));
    if (url.includes('/file-metadatas')) return json(response, 200, { count: 0, items: [] });
    const run = { id: 12, status: status(), parentId: 11, detail: {} };
    return json(response, 200, url.includes('?') ? { count: 1, items: [run] } : run);
  };
}

describe('Ctrl-C', () => {
  it.each([
    [['watch', '12'], 'Run 12 goes on in the service; "udm watch 12" takes it up.'],
    [['export'], 'The export of job 11 goes on in the service; "udm watch 11" takes it up.'],
  ])('in udm %j says what goes on, and how it is taken up', async (args, words) => {
    playRun(() => 'In Progress');
    const udm = start(...args);
    await asked('/progress');
    udm.interrupt();
    const { code, stderr } = await udm.ended;
    expect({ code, last: stderr.trimEnd().split('\n').at(-1) }).toEqual({
      code: 130,
      last: `Stopped. ${words}`,
    });
  });

  it.each(['which is not answered', 'which waits for room'])(
    'in udm import, %s, says what stays',
    async (how) => {
      writeFileSync(at('a.jsonl'), '{}\n');
      service.answer = (_, response) => {
        if (how === 'which is not answered') return;
        response.setHeader('retry-after', '3600');
        json(response, 503, { status: { code: 503, message: 'busy', detail: {} } });
      };
      const udm = start('import', 'interactions', 'a.jsonl');
      await asked('/import/interactions');
      udm.interrupt();
      const { code, stderr } = await udm.ended;
      expect(code).toBe(130);
      expect(stderr).toContain(
        'Stopped. What the service has taken stays; the same command again does the rest',
      );
    },
  );
});

it('a service that is away is told at once while somebody waits, and waited for', async () => {
  let status = 'In Progress';
  playRun(() => status);
  const udm = start('watch', '12');
  await asked('/progress');
  await service.stop();
  const stopped = performance.now();
  await udm.until('nothing listens at this address');
  expect(performance.now() - stopped).toBeLessThan(3_000);
  status = 'Finished';
  await service.start();
  expect(await udm.ended).toMatchObject({ code: 0 });
});

describe('a mistake is a sentence', () => {
  const content = Buffer.alloc(100_000, 1);
  const file = {
    name: 'export.zip.smime',
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    historyId: 12,
  };
  const playFile = () => {
    service.answer = ({ url = '', headers }, response) => {
      if (url.includes('/file-metadatas')) return json(response, 200, { count: 1, items: [file] });
      if (url.startsWith('/udm/v10/files/'))
        return void response.writeHead(303, { location: '/storage' }).end();
      const from = Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
      return void response.writeHead(from ? 206 : 200).end(content.subarray(from));
    };
  };

  it('of a disk that is full', async () => {
    playFile();
    symlinkSync('/dev/full', at(`${file.name}.part`));
    const { code, stderr } = await start('download', file.name).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/export\.zip\.smime\.part could not be written: the disk is full\.\n$/);
    const full = openSync('/dev/full', 'w');
    const shown = await startUdm(['files', 'list'], { url: service.url, folder, stdout: full }).ended;
    expect(shown).toMatchObject({ code: 1, stderr: 'The output could not be written: the disk is full.\n' });
  });

  it('of gzip that breaks off or was changed', async () => {
    const whole = gzipSync(randomBytes(50_000).toString('base64'));
    const changed = Buffer.from(whole);
    changed.fill(0, 20_000, 20_010);
    for (const bytes of [whole.subarray(0, 20_000), changed, Buffer.concat([whole, Buffer.from('more')])]) {
      writeFileSync(at('a.jsonl.gz'), bytes);
      const { code, stderr } = await start('import', 'contacts', 'a.jsonl.gz').ended;
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringMatching(/^.*a\.jsonl\.gz is gzip that breaks off or was changed/s),
      });
    }
  });

  it('of a target that is no earlier result: a key, a text, a link, a device', async () => {
    writeFileSync(at('export.zip.smime'), 'sealed');
    writeFileSync(at('key.pem'), 'a key');
    symlinkSync(at('key.pem'), at('link'));
    symlinkSync('/dev/full', at('device'));
    for (const target of ['key.pem', 'link', 'device', '/dev/full']) {
      const { code, stderr } = await start('decrypt', 'export.zip.smime', '--key', 'key.pem', '--out', target)
        .ended;
      expect([target, code, stderr]).toEqual([
        target,
        1,
        expect.stringContaining('is there already, and is no zip file'),
      ]);
    }
    expect(readFileSync(at('key.pem'), 'utf8')).toBe('a key');
    const same = await start('decrypt', 'export.zip.smime', '--key', 'key.pem', '--out', 'export.zip.smime')
      .ended;
    expect([same.code, same.stderr]).toEqual([
      2,
      expect.stringContaining('cannot have the name of the sealed one'),
    ]);
  });

  it('of a file that takes up what another command began', async () => {
    playFile();
    writeFileSync(at(`${file.name}.part`), content.subarray(0, 40_000));
    expect(await start('download', file.name).ended).toMatchObject({ code: 0 });
    expect(readFileSync(at(file.name))).toEqual(content);
  });

  it.each([
    [['import', 'interactions', 'folder'], 'folder is a folder: name a file.'],
    [['certificate', 'upload', 'folder'], 'folder is a folder: name a file.'],
    [['decrypt', 'folder', '--key', 'a.key'], 'There is no sealed file in folder'],
    [['decrypt', 'a.smime', '--key', 'folder'], 'There is no private key in the folder folder.'],
    [['decrypt', 'a.smime', '--key', 'nowhere'], 'There is no nowhere.'],
    [
      ['decrypt', 'a.smime', '--key', 'a.key'],
      'a.key holds no private key that can be read (PEM, DER or PKCS #12).',
    ],
    [
      ['decrypt', 'a.smime', '--key', '/proc/self/mem'],
      '/proc/self/mem cannot be read or written: the disk reports an error.',
    ],
    [['download', 'export.zip.smime', '--out', 'a.key'], 'a.key is a file: name a folder.'],
    [['watch', 'x'], '"x" is no id'],
  ])('of udm %j', async (args, words) => {
    playFile();
    mkdirSync(at('folder'));
    writeFileSync(at('a.key'), 'nothing');
    writeFileSync(at('a.smime'), 'nothing');
    const { code, stderr } = await start(...args).ended;
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBeGreaterThan(0);
  });
});

import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { expect, it } from 'vitest';

/** A Worker whose list fails after its first page, or does not. */
const WORKER = `
  import { streamList } from './src/http/lists/json-page.ts';
  async function* pages(broken) {
    yield ['a'.repeat(100_000)];
    if (broken) throw new Error('the store is gone');
    yield ['b'];
    return null;
  }
  export default {
    fetch: async ({ url }) => {
      const list = { count: 2, from: 0, size: 2, show: JSON.stringify, cursorOf: String };
      return (await streamList({ ...list, pages: pages(url.endsWith('/broken')) })).answer;
    },
  };`;
const PROJECT = fileURLToPath(new URL('../../..', import.meta.url).href);
/** The chunk that ends a body (RFC 9112 section 7.1). */
const LAST_CHUNK = '0\r\n\r\n';

async function listWorker(): Promise<Miniflare> {
  const { outputFiles } = await build({
    stdin: { contents: WORKER, resolveDir: PROJECT, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    external: ['node:*', 'cloudflare:*'],
  });
  const contents = outputFiles[0]?.text ?? '';
  return new Miniflare({
    workers: [
      {
        config: {
          name: 'list',
          compatibilityDate: '2026-11-01',
          compatibilityFlags: ['nodejs_compat'],
          manifest: { mainModule: 'index.js', modules: { 'index.js': { type: 'esm', contents } } },
        },
      },
    ],
  });
}

/** The whole of an answer as it came over the network. */
async function rawAnswer({ hostname, port }: URL, path: string): Promise<string> {
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  // A connection that is reset has ended, too.
  socket.on('error', () => undefined);
  socket.write(`GET ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('latin1');
}

it('a list that fails after its first page ends the connection, not the answer', async () => {
  const worker = await listWorker();
  try {
    const url = await worker.ready;
    const whole = await rawAnswer(url, '/');
    expect(whole).toMatch(/^HTTP\/1.1 200 /);
    expect(whole.endsWith(LAST_CHUNK)).toBe(true);
    const broken = await rawAnswer(url, '/broken');
    expect(broken).toMatch(/^HTTP\/1.1 200 /);
    expect(broken).toContain('aaaa');
    expect(broken.endsWith(LAST_CHUNK)).toBe(false);
    const read = async () => (await fetch(new URL('/broken', url))).text();
    await expect(read()).rejects.toThrow(TypeError);
  } finally {
    await worker.dispose();
  }
});

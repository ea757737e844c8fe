import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../../scripts/dev/wrangler.ts';

/** Runs `npm run user`'s script; answers what it said and ended with. */
async function user(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: object } = {},
) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['scripts/user.ts', ...args], {
    cwd: PROJECT,
    env: { PATH, HOME, ...env },
  });
  child.stdin.on('error', () => undefined); // one that asks for nothing has ended before
  child.stdin.end(input);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, stdout, stderr };
}

describe('npm run user', () => {
  it.each([['--password', 'p'], ['--password=p'], ['--secret=p']])(
    'refuses %s, and does not repeat it',
    async (...given) => {
      const account = ['add', '--ccid', 'acme', '--name', 'anna', '--role', 'exporter'];
      const { code, stderr } = await user([...account, ...given]);
      expect(code).toBe(2);
      expect(stderr).toContain('secrets never travel as command-line arguments');
      expect(stderr).toContain('UDM_PASSWORD');
    },
  );

  it('tells which password is not taken before it opens a database', async () => {
    const account = ['add', '--ccid', 'acme', '--name', 'anna', '--role', 'exporter'];
    const { code, stderr } = await user(account, { input: 'password1234\n' });
    expect([code, stderr]).toEqual([
      1,
      'The password is one of the commonest passwords; choose another one.\n',
    ]);
  });

  it('asks a deployment by its own operations: with OPERATOR_KEY, and the password from where it is', async () => {
    const seen: unknown[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen.push([request.method, request.url, request.headers.authorization, JSON.parse(body)]);
        response.writeHead(201).end('{"invitation":"https://udm.example/invitation#t"}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A TCP server's address is an object.
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const account = [
      'add',
      '--remote',
      '--url',
      url,
      '--ccid',
      'acme',
      '--name',
      'anna',
      '--role',
      'exporter',
    ];
    const env = { OPERATOR_KEY: 'key' };
    const body = { ccid: 'acme', name: 'anna', roles: ['exporter'] };
    const sent = ['POST', '/udm/operator/users', 'Bearer key'];
    await user(account, { env: { ...env, UDM_PASSWORD: 'from the environment' }, input: 'another\n' });
    await user(account, { env, input: 'from a line of input\nmore\n' });
    const { stdout } = await user(account, { env, input: '\n' });
    expect(seen).toEqual([
      [...sent, { ...body, password: 'from the environment' }],
      [...sent, { ...body, password: 'from a line of input' }],
      [...sent, body],
    ]);
    expect(stdout).toContain('https://udm.example/invitation#t');
    server.close();
  });
});

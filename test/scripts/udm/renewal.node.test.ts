import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { chosenCaller } from '../../../scripts/udm/connection.ts';
import { profilesFile, readProfiles, writeProfiles } from '../../../scripts/udm/profiles.ts';

let server: Server;
let folder: string;
/** The refresh tokens that came, in their order. */
let came: string[];

/** A service that changes each refresh token once, and ends the sign-in when one comes again. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'udm-renewal-'));
  process.env['UDM_CONFIG_DIR'] = folder;
  came = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const token = new URLSearchParams(body).get('refresh_token') ?? '';
      const used = came.includes(token);
      came.push(token);
      const answer = used
        ? { error: 'invalid_grant' }
        : { access_token: `access-${came.length}`, expires_in: 3600, refresh_token: `${token}+` };
      // As slow as a service that is far away: the other one has time to come.
      setTimeout(() => response.writeHead(used ? 400 : 200).end(JSON.stringify(answer)), 30);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server's address is an object
  const tokens = { access: 'old', renewAt: 0, refresh: 'r' };
  const kept = { url, clientId: 'udm', clientSecret: '', user: 'demo\\demo', tokens };
  writeProfiles({ current: 'default', profiles: { default: kept } });
});
afterEach(async () => {
  delete process.env['UDM_CONFIG_DIR'];
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

it('renews a token once, however many ask for it at one time', async () => {
  // Each has read the profile before any of them has renewed it, as processes that start together have.
  const callers = [1, 2, 3].map(() => chosenCaller({}, {}, {}));
  const bearers = await Promise.all(callers.map(({ bearer }) => bearer()));
  expect(bearers).toEqual(['Bearer access-1', 'Bearer access-1', 'Bearer access-1']);
  expect(came).toEqual(['r']);
  expect(readProfiles().profiles['default']?.tokens).toMatchObject({ access: 'access-1', refresh: 'r+' });
  expect(existsSync(`${profilesFile()}.lock`)).toBe(false);
});

it('takes the lock of a process that died', async () => {
  const lock = `${profilesFile()}.lock`;
  writeFileSync(lock, '');
  const long = new Date(Date.now() - 60_000);
  utimesSync(lock, long, long);
  expect(await chosenCaller({}, {}, {}).bearer()).toBe('Bearer access-1');
});

it('leaves no lock behind where the service refuses', async () => {
  came.push('r');
  await expect(chosenCaller({}, {}, {}).bearer()).rejects.toThrow('has ended');
  expect(existsSync(`${profilesFile()}.lock`)).toBe(false);
});

it('says which variable is missing where the others are set', () => {
  rmSync(profilesFile());
  expect(() => chosenCaller({}, {}, {})).toThrow('You are not signed in');
  expect(() => chosenCaller({}, {}, { UDM_CLIENT_SECRET: 's' })).toThrow('UDM_CLIENT_ID is missing');
});

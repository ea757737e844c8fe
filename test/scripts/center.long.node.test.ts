import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startedService, type Running } from '../e2e/service.ts';
import { runScript } from './run-script.ts';

/** What the operator does with contact centers, on a service that runs. */
describe('npm run center', () => {
  let running: Running;
  const center = async (...args: string[]) => {
    const { folder } = running;
    return runScript('center', [...args, '--persist-to', join(folder, 'state')], { folder });
  };
  beforeAll(async () => {
    running = await startedService();
  });
  afterAll(() => running?.stop());

  it('lists them, makes one, and shows what one has and may have', async () => {
    expect((await center('list')).stdout).toMatch(/^demo {2}\$\d\S*\n$/);
    const made = await center('create', '--ccid', 'acme', '--admin', 'anna');
    expect(made.stdout).toContain('Contact center acme has an administrator, anna.\n');
    expect(made.stdout).toContain('/invitation#');
    expect((await center('list')).stdout).toMatch(/^acme {2}\$\S+\ndemo {2}\$\S+\n$/);
    const { stdout } = await center('limits', '--ccid', 'acme', '--set', 'runs=16,recordBytes=1000');
    expect(stdout).toContain('Contact center acme, at work\n');
    expect(stdout).toContain('    runs          16 (default: 8)\n    jobs          10000\n');
    expect(stdout).toContain('    recordBytes   1000 (default: none)\n');
    expect(stdout).toContain('users               1 in D1\n');
    expect((await center('show', '--ccid', 'nobody')).stdout).toContain('has nothing: is the name right?');
  });

  it('suspends one and lets it go on', async () => {
    const me = () => running.session.api.GET('/udm/v10/me');
    expect((await center('suspend', '--ccid', 'demo')).stdout).toContain('demo, suspended since ');
    expect((await center('list')).stdout).toContain('demo (suspended)  $');
    expect((await center('resume', '--ccid', 'demo')).stdout).toContain('demo, at work');
    expect((await me()).response.status).toBe(200);
  });

  it('removes one for whoever types its name, with a receipt', async () => {
    const asked = await center('remove', '--ccid', 'acme');
    expect([asked.code, asked.stderr]).toEqual([1, expect.stringContaining('was not answered')]);
    const receipt = join(running.folder, 'receipt.json');
    const removed = await center('remove', '--ccid', 'acme', '--yes', '--receipt', receipt);
    expect(removed.stderr).toContain('Suspended.');
    expect(removed.stdout).toContain('nothing of it is left');
    expect(JSON.parse(readFileSync(receipt, 'utf8'))).toMatchObject({
      contactCenter: 'acme',
      removed: { users: 1 },
      left: { rows: {}, files: {}, jobs: 0, records: {} },
    });
    expect((await center('list')).stdout).toMatch(/^demo {2}\$\S+\n$/);
  });

  it.each([
    [['move'], 'The command is list, create, show, limits, suspend, resume, remove, not "move"'],
    [['show'], '--ccid is missing'],
    [['show', '--ccid', 'a', '--yes'], 'show takes no --yes'],
    [['limits', '--ccid', 'a', '--set', 'runs=0'], 'runs must be a whole number from 1 to 1000'],
  ])('says what is wrong with %j', async (args, words) => {
    const { code, stderr } = await center(...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });
});

import { readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROOF_RECORDS, proofRecords } from '../../scripts/deploy/proof/records.ts';
import { namesOf } from '../../scripts/deploy/names.ts';
import { SECRET_MAKERS } from '../../scripts/dev/secrets.ts';
import { Refusal } from '../../scripts/drill/cloudflare/route.ts';
import { inEmptyAccount } from '../../scripts/drill/drilled.ts';
import { readConfig } from '../../src/config.ts';
import { runScript } from './run-script.ts';

describe('npm run deploy', () => {
  it('goes from an empty account to a decrypted export, and changes nothing the second time', async () => {
    await inEmptyAccount(async ({ fake, folder, deploy }) => {
      const first = await deploy(['--ccid', 'acme', '--admin', 'anna@acme.example']);
      expect([first.code, fake.unknown], first.output).toEqual([0, []]);
      fake.takeChanges();
      const file = (name: string) => join(folder, 'deploy', `production.${name}`);
      const sign = readFileSync(file('first-sign-in.txt'), 'utf8');
      expect(sign).toMatch(
        /anna@acme\.example[\s\S]*https:\/\/\S+\.workers\.dev\/invitation#\S+[\s\S]*client secret/,
      );
      for (const secret of [...sign.matchAll(/#(\S+)|^client secret +(\S+)/gm)].map(
        ([, a, b]) => a ?? b ?? '',
      ))
        expect(first.output).not.toContain(secret);
      for (const name of ['first-sign-in.txt', 'operator-key'])
        expect(statSync(file(name)).mode & 0o777).toBe(0o600);
      const again = await deploy();
      expect([again.code, fake.takeChanges()], again.output).toEqual([0, []]);
      expect(again.output).toContain('Nothing was changed');
      expect(await fake.platform.objects('BUCKET')).toEqual([]);
      const bucket = fake.account.buckets.get('user-data-management');
      bucket?.rules.pop();
      const drift = await deploy(['--check']);
      expect([drift.code, fake.takeChanges()]).toEqual([1, []]);
      expect(drift.output).toMatch(/DIFFERS +R2 lifecycle rules[^\n]*udm-artifacts/);
    });
  });

  it('tells what it would make without a login', async () => {
    await inEmptyAccount(async ({ deploy }) => {
      const { code, output } = await deploy(['--dry-run', '--env', 'staging'], { CLOUDFLARE_API_TOKEN: '' });
      expect(code).toBe(0);
      expect(output).toMatch(
        /no login[\s\S]*could be looked at[\s\S]*would make +D1 database user-data-management-staging/,
      );
    });
  });
});

describe('where a deployment lies', () => {
  it('is chosen by the first run, and stays: what is made cannot move', async () => {
    await inEmptyAccount(async ({ fake, folder, deploy }) => {
      // As far as the Worker, which local workerd cannot run in a jurisdiction.
      const worker = /^PUT \/workers\/scripts\//;
      fake.intervention = {
        before: (_, what) => (worker.test(what) ? new Refusal(403, 10_023, 'not here') : undefined),
        after: () => undefined,
      };
      const first = await deploy(['--jurisdiction', 'eu', '--mail-from', 'udm@acme.example']);
      expect([first.code, fake.unknown], first.output).toEqual([1, []]);
      const { account } = fake;
      expect([...account.jurisdictions.values()]).toEqual(['eu']);
      expect(account.buckets.get('user-data-management')).toMatchObject({
        jurisdiction: 'eu',
        rules: HAS_OURS,
      });
      const config = readFileSync(join(folder, 'deploy', 'production.toml'), 'utf8');
      expect(config).toContain('bucket_name = "user-data-management"\njurisdiction = "eu"\n');
      expect(config).toContain('JURISDICTION = "eu"\n');
      expect(config).toMatch(/^MAIL_FROM = "udm@acme\.example"$[\s\S]*^\[\[send_email\]\]\nname = "MAIL"$/m);
      fake.takeChanges();
      const moved = await deploy(['--jurisdiction', 'us']);
      expect([moved.code, fake.takeChanges()]).toEqual([1, []]);
      expect(moved.output).toContain(
        'it lies in the jurisdiction eu, and us is asked for: what is made cannot move',
      );
    });
  });

  it.each([
    [['--jurisdiction', 'mars'], '--jurisdiction is one of none, eu, us, fedramp, not "mars"'],
    [['--mail-from', 'nobody'], '--mail-from takes an address'],
    [['--location', 'mars'], '--location is one of weur, eeur'],
    [['--location', 'weur', '--jurisdiction', 'eu'], '--location goes without --jurisdiction'],
  ])('refuses %j', async (args, words) => {
    const { code, stderr } = await runScript('deploy', [...args, '--folder', tmpdir()], { folder: tmpdir() });
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });
});

/** The rules of the bucket, ours among them. */
const HAS_OURS: unknown = expect.arrayContaining([expect.objectContaining({ id: 'udm-artifacts' })]);

describe('what a deployment is made of', () => {
  it('has 1,000 records in a proof, of every kind', () => {
    const all = Object.values(proofRecords());
    expect(all.every((lines) => lines.length > 0)).toBe(true);
    expect(all.reduce((sum, lines) => sum + lines.length, 0)).toBe(PROOF_RECORDS);
  });

  it('makes secrets that the service takes', () => {
    const secrets = Object.fromEntries(
      Object.entries(SECRET_MAKERS).map(([name, make]) => [name, make('k1')]),
    );
    const vars = { ISSUER: 'i', AUDIENCE: 'a', RETENTION_DAYS: '30', MAX_VOLUME_MB: '512' };
    expect(readConfig({ ...vars, ...secrets }).wrapKeys.map(({ id }) => id)).toEqual(['k1']);
  });

  it.each(['Staging', '', '-x', 'a'.repeat(21)])('takes no environment of the name "%s"', (name) => {
    expect(() => namesOf(name)).toThrow('--env takes');
  });
});

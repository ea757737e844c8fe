import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROOF_RECORDS, proofRecords } from '../../scripts/deploy/proof/records.ts';
import { namesOf } from '../../scripts/deploy/names.ts';
import { SECRET_MAKERS } from '../../scripts/dev/secrets.ts';
import { inEmptyAccount } from '../../scripts/drill/drilled.ts';
import { readConfig } from '../../src/config.ts';

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

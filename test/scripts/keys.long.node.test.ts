import { expect, it } from 'vitest';
import { inEmptyAccount } from '../../scripts/drill/drilled.ts';
import { Deploying } from '../../scripts/drill/run-deploy.ts';

it('rotates the keys of a deployment, which goes on with both, and shows none', async () => {
  await inEmptyAccount(async ({ fake, folder, deploy }) => {
    const deployed = await deploy();
    expect(deployed.code, deployed.output).toBe(0);
    const keys = (...args: readonly string[]) =>
      new Deploying(fake, folder, { command: 'keys', args: [...args, '--env', 'production'] }).ended;
    const secrets = [...fake.account.scripts.values()][0]?.secrets ?? new Map<string, string>();
    fake.takeChanges();
    const first = await keys('rotate', 'all');
    expect(first.code, first.output).toBe(0);
    expect(fake.takeChanges()).toEqual(['PATCH /workers/scripts/user-data-management/secrets-bulk']);
    expect([...secrets.keys()].toSorted()).toEqual([
      'ALERTS_SECRET',
      'JWT_PRIVATE_KEY',
      'JWT_PRIVATE_KEY_2',
      'LINK_KEY',
      'LINK_KEY_2',
      'METRICS_TOKEN',
      'OPERATOR_KEY',
      'WRAP_KEYS',
      'WRAP_KEYS_2',
    ]);
    const again = await keys('rotate', 'all');
    expect([again.code, fake.takeChanges()], again.output).toEqual([0, []]);
    const before = secrets.get('JWT_PRIVATE_KEY');
    const leaked = await keys('rotate', 'jwt', '--leaked');
    expect(leaked.code, leaked.output).toBe(0);
    expect([secrets.has('JWT_PRIVATE_KEY_2'), secrets.get('JWT_PRIVATE_KEY') === before]).toEqual([
      false,
      false,
    ]);
    const list = await keys('list');
    expect(list.output).toMatch(/jwt \(access tokens\)\n +[0-9a-f]{16} +JWT_PRIVATE_KEY +in use since/);
    for (const { output } of [first, again, leaked, list])
      for (const secret of secrets.values())
        for (const piece of secret.split(/[^A-Za-z0-9+/_=-]/).filter(({ length }) => length > 30))
          expect(output).not.toContain(piece);
    const proven = await deploy();
    expect(proven.code, proven.output).toBe(0);
  });
});

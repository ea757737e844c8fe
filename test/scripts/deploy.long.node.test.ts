import { expect, it } from 'vitest';
import { cutOff, inEmptyAccount, type Cut } from '../../scripts/drill/drilled.ts';
import { DRILLED_FAILURES } from '../../scripts/drill/failures.ts';

it.each(DRILLED_FAILURES)('says what to do when $name', async ({ arrange, says, early }) => {
  await inEmptyAccount(async ({ fake, deploy }) => {
    const { env = {} } = arrange(fake) ?? {};
    const { code, output } = await deploy([], env);
    expect(code, output).toBe(1);
    for (const words of says) expect(output).toMatch(words);
    if (early) expect(fake.takeChanges()).toEqual([]);
    // No stack of ours: what an operator can mend is said in sentences.
    expect(output).not.toMatch(/^ +at /m);
  });
});

/** One of each sort; `npm run drill -- deploy --cuts 0` cuts at every request. */
const CUTS: readonly (readonly [Cut['phase'], RegExp])[] = [
  ['after', /^POST \/r2\/buckets$/],
  ['after', /^PUT \/workers\/scripts\/[^/]+$/],
  ['before', /^PATCH .*secrets-bulk$/],
  ['after', /\/udm\/operator\/users$/],
  ['after', /\/export\/jobs$/],
  ['before', /\/contacts\/[^/]+$/],
];

it.each(CUTS)('goes on where it was cut off %s %s', async (phase, request) => {
  await inEmptyAccount(async (drilled) => {
    const { where, again } = await cutOff(drilled, { phase, at: (_, what) => request.test(what) });
    expect([again.code, where, drilled.fake.unknown], again.output).toEqual([
      0,
      expect.stringMatching(request),
      [],
    ]);
    drilled.fake.takeChanges();
    const third = await drilled.deploy();
    expect([third.code, drilled.fake.takeChanges()], third.output).toEqual([0, []]);
  });
});

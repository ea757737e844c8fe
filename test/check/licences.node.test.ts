import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { PROJECT } from '../../scripts/dev/wrangler.ts';

/** Licences that ask for no more than their own text beside a program (`npm run sbom` names each package's). */
const TAKEN = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Unlicense'];

/** `(MIT OR CC0-1.0)` leaves the choice. */
const choicesOf = (license: string): readonly string[] => license.replace(/^\(|\)$/g, '').split(' OR ');

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ license: z.string().optional(), dev: z.boolean().default(false) }),
  ),
});

it('brings no package into the service whose licence is another', () => {
  const { packages } = lockfile.parse(JSON.parse(readFileSync(`${PROJECT}package-lock.json`, 'utf8')));
  const brought = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  expect(brought.length).toBeGreaterThan(20);
  const others = brought.filter(
    ([, { license = '' }]) => !choicesOf(license).some((one) => TAKEN.includes(one)),
  );
  expect(others).toEqual([]);
});

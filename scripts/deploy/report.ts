import { relative } from 'node:path';
import { PRODUCTION } from './names.ts';
import type { Mode, Walked } from './walk.ts';
import type { World } from './world.ts';

/** Says how a walk ended, and where everything is; answers the exit code. */
export function report({ folder, origin, names }: World, mode: Mode, { right, other }: Walked): number {
  if (mode === 'check') {
    console.log(
      other === 0
        ? 'Everything is as it should be.'
        : `${other} of ${right + other} are not. "${commandOf(names.environment)}" puts them right.`,
    );
    return other === 0 ? 0 : 1;
  }
  if (mode === 'dry-run') {
    console.log(
      other === 0
        ? 'Nothing would be changed.'
        : `Nothing was changed. Of ${right + other} things ${right} are as they should be.`,
    );
    return 0;
  }
  console.log(
    other === 0
      ? 'Nothing was changed: everything is as it should be.'
      : 'Done: everything is as it should be.',
  );
  const shown = (file: string) => relative(process.cwd(), file);
  console.log(`\n  address        ${origin}`);
  if (folder.read(folder.firstSignIn) !== null)
    console.log(`  first sign-in  ${shown(folder.firstSignIn)}: the administrator's invitation, and the client's id and secret.
                 Pass them on by a safe way, then delete the file.`);
  if (folder.read(folder.operatorKey) !== null)
    console.log(
      `  operator's key ${shown(folder.operatorKey)}: "npm run restore" asks for it. Keep a copy in a safe place.`,
    );
  console.log(`  then           npm run udm -- login --url ${origin} --browser`);
  return 0;
}

const commandOf = (environment: string): string =>
  environment === PRODUCTION ? 'npm run deploy' : `npm run deploy -- --env ${environment}`;

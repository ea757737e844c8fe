import { join, resolve } from 'node:path';
import { CCID } from '../src/model/ccid.ts';
import { JURISDICTIONS, LOCATIONS } from '../src/model/jurisdiction.ts';
import { isMailAddress } from '../src/model/mail-address.ts';
import { readArguments, runCommand, UsageError } from './cli/command.ts';
import { stopSignal } from './cli/signals.ts';
import { Folder, type Notes } from './deploy/folder.ts';
import { namesOf, PRODUCTION } from './deploy/names.ts';
import { prepare } from './deploy/prepare.ts';
import { report } from './deploy/report.ts';
import { resourcesOf } from './deploy/resources.ts';
import { listAll, walk, type Mode } from './deploy/walk.ts';
import { PROJECT } from './dev/wrangler.ts';

const HELP = `npm run deploy -- [options]

Deploys the service to Cloudflare: makes the database, the bucket, the queues, the tables, the Worker, its secrets, and the
first contact center with an administrator (invited by a link) and an OAuth client; then proves it by an export. What is
there stays as it is, so it may be run again at any time: after a change of the code, or where it was cut off.

Needs a login: "npx wrangler login", or a token in the environment variable CLOUDFLARE_API_TOKEN.

  --env NAME      another deployment beside, with "-NAME" behind every name ("${PRODUCTION}" has none)
  --check         changes nothing; tells what differs from what should be, and then exits with 1
  --dry-run       changes nothing; tells what would be made, without a login too
  --ccid CCID     the first contact center (main)
  --admin NAME    its administrator (administrator)
  --domain HOST   serve at this host name of a zone in the account, in place of one under workers.dev ("none")
  --jurisdiction  where everything lies and is worked on: none (anywhere), eu, us or fedramp. Chosen by the first run that
                  deploys: nothing that is made can move
  --location HINT where the database and the bucket are made, if it can be: weur, eeur, wnam, enam, apac or oc
  --mail-from ADDRESS  from where users are told by mail what happened to their sign-in, whose names are addresses. Its domain has to
                  be one that Cloudflare sends mails for; "none" (as it is at first) sends none
  --folder DIR    where ids and notes are kept (.deploy in the project, which git ignores)
  --help          this text`;

const OPTIONS = {
  env: { type: 'string', default: PRODUCTION },
  check: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  ccid: { type: 'string' },
  admin: { type: 'string' },
  domain: { type: 'string' },
  jurisdiction: { type: 'string' },
  location: { type: 'string' },
  'mail-from': { type: 'string' },
  folder: { type: 'string', default: join(PROJECT, '.deploy') },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  const { values } = readArguments({ args, options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const mode = modeOf(values);
  const names = namesOf(values.env);
  const folder = new Folder(resolve(values.folder), names.environment);
  choose(folder, values, mode);
  const signal = stopSignal();
  const world = await prepare({ names, folder, signal }, mode);
  const resources = resourcesOf(names, folder.notes);
  if (world === null) {
    listAll(resources);
    return 0;
  }
  return report(world, mode, await walk(world, resources, mode));
});

function modeOf({ check, 'dry-run': dryRun }: { check: boolean; 'dry-run': boolean }): Mode {
  if (check && dryRun) throw new UsageError('--check and --dry-run exclude each other');
  if (check) return 'check';
  return dryRun ? 'dry-run' : 'make';
}

interface Choices {
  readonly ccid?: string | undefined;
  readonly admin?: string | undefined;
  readonly domain?: string | undefined;
  readonly jurisdiction?: string | undefined;
  readonly location?: string | undefined;
  readonly 'mail-from'?: string | undefined;
}

/** Notes the choices that are given; the others stay as they were. */
function choose(folder: Folder, choices: Choices, mode: Mode): void {
  const { ccid, admin, domain, jurisdiction, location, 'mail-from': mailFrom } = choices;
  if (ccid !== undefined && !CCID.test(ccid))
    throw new UsageError('--ccid takes 1 to 64 letters, digits, ".", "_" and "-"');
  if (domain !== undefined && domain !== 'none' && !/^([a-z0-9-]+\.)+[a-z]{2,}$/.test(domain))
    throw new UsageError('--domain takes a host name, as udm.example.com');
  if (mailFrom !== undefined && mailFrom !== 'none' && !isMailAddress(mailFrom))
    throw new UsageError('--mail-from takes an address, as udm@example.com, or "none"');
  const place = placeOf({ jurisdiction, location });
  const chosen = {
    ...place,
    ...(ccid === undefined ? {} : { ccid }),
    ...(admin === undefined ? {} : { administrator: admin }),
    ...(domain === undefined ? {} : { domain: domain === 'none' ? '' : domain }),
    ...(mailFrom === undefined ? {} : { mailFrom: mailFrom === 'none' ? null : mailFrom }),
  };
  if (Object.keys(chosen).length === 0) return;
  if (mode !== 'make')
    throw new UsageError(
      '--ccid, --admin, --domain, --jurisdiction, --location and --mail-from are for a run that deploys',
    );
  folder.note(chosen);
}

/** Where everything is to lie, as far as it is said. A jurisdiction says more than a hint, and Cloudflare leaves the hint out then. */
function placeOf({ jurisdiction, location }: Choices): Partial<Notes> {
  const known = JURISDICTIONS.find((one) => one === jurisdiction);
  if (jurisdiction !== undefined && known === undefined)
    throw new UsageError(`--jurisdiction is one of ${JURISDICTIONS.join(', ')}, not "${jurisdiction}"`);
  const hint = LOCATIONS.find((one) => one === location);
  if (location !== undefined && hint === undefined)
    throw new UsageError(`--location is one of ${LOCATIONS.join(', ')}, not "${location}"`);
  if (hint !== undefined && known !== undefined && known !== 'none')
    throw new UsageError('--location goes without --jurisdiction, which says where everything lies');
  return {
    ...(known === undefined ? {} : { jurisdiction: known }),
    ...(hint === undefined ? {} : { location: hint }),
  };
}

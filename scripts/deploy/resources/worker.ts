import { createHash } from 'node:crypto';
import { z } from 'zod';
import { bundleDigest } from '../../build/bundle-digest.ts';
import { buildWeb } from '../../build/build-web.ts';
import { checkedOut } from '../../dev/commit.ts';
import { digestOf } from '../../dev/digest.ts';
import type { Names } from '../names.ts';
import type { Resource } from '../resource.ts';
import { runDeployWrangler } from '../wrangler.ts';
import { projectConfig, wranglerConfig } from '../wrangler-config.ts';
import type { World } from '../world.ts';
import { consumersDiffer } from './consumers.ts';
import { latestVersion } from './versions.ts';

/** What the Worker and its pages are made of. */
const SOURCES = ['src', 'durable', 'scripts/build', 'scripts/udm', 'scripts/cli', 'package-lock.json'];
/** The variable by which a deployed Worker tells of which sources it is made. */
const DIGEST = 'SOURCES_DIGEST';

const settings = z.object({
  bindings: z.array(z.looseObject({ type: z.string(), name: z.string(), text: z.string().optional() })),
});
type Bindings = z.infer<typeof settings>['bindings'];
const schedules = z.object({ schedules: z.array(z.object({ cron: z.string() })) });
const subdomain = z.object({ enabled: z.boolean(), previews_enabled: z.boolean().default(false) });

/** The Worker with its bindings, pages, crons, consumers and address. wrangler deploys it as a whole. */
export const workerResource = ({ worker }: Names): Resource => {
  const script = `/workers/scripts/${worker}`;
  return {
    title: `Worker ${worker}`,
    about: 'the service and its pages, two crons, three consumers of queues',
    look: async (world) => {
      const { cloudflare } = world;
      const found = await cloudflare.find({
        doing: 'look at the Workers script',
        path: `${script}/settings`,
        answer: settings,
      });
      if (!found) return { is: 'absent' };
      if (
        !found.bindings.some(({ name, type }) => type === 'durable_object_namespace' && name === 'EXPORT_JOB')
      )
        return {
          is: 'foreign',
          why: 'a Worker of this name is there, and it is not this service. Rename or remove it, or deploy under other names with -- --env NAME',
        };
      const elsewhere = addressElsewhere(world, found.bindings);
      if (elsewhere !== null) return { is: 'foreign', why: elsewhere };
      world.found.version = await latestVersion(world);
      const how = [
        found.bindings.find(({ name }) => name === DIGEST)?.text === digest(world)
          ? null
          : 'it is made of other sources or settings',
        await cronsDiffer(world, script),
        await consumersDiffer(world),
        await addressDiffers(world, script),
      ].filter((text) => text !== null);
      if (how.length > 0) return { is: 'different', how: how.join('; ') };
      return { is: 'right', note: `version ${world.found.version}` };
    },
    make: async (world) => {
      world.say('building the pages');
      await buildWeb();
      const bundle = await bundleDigest(world.signal);
      world.say('uploading');
      const commit = checkedOut();
      await runDeployWrangler(world, 'deploy the Worker', [
        'deploy',
        '--var',
        `COMMIT:${commit}`,
        '--var',
        `BUNDLE:${bundle}`,
        '--var',
        `${DIGEST}:${digest(world)}`,
        ...(commit ? ['--message', `Commit ${commit}`] : []),
      ]);
      world.found.version = await latestVersion(world);
    },
  };
};

/** Why it may be the deployment of another machine, whose choices are not known here; null where it is not. */
function addressElsewhere({ folder, origin }: World, bindings: Bindings): string | null {
  const there = bindings.find(({ name }) => name === 'ORIGIN')?.text ?? '';
  if (folder.notes.domain !== null || there === '' || there === origin) return null;
  return `it answers at ${there}, which nobody chose on this machine: say -- --domain ${new URL(there).host} to keep that, or -- --domain none for ${origin}`;
}

/** Of the sources, and of the configuration that they are deployed with. */
const digest = (world: World): string =>
  createHash('sha256').update(digestOf(SOURCES)).update(wranglerConfig(world)).digest('hex');

async function cronsDiffer({ cloudflare }: World, script: string): Promise<string | null> {
  const found = await cloudflare.find({
    doing: 'read the crons of the Workers script',
    path: `${script}/schedules`,
    answer: schedules,
  });
  const there = (found?.schedules ?? []).map(({ cron }) => cron).sort();
  const [, list = ''] = /^crons = \[(.*)\]$/m.exec(projectConfig()) ?? [];
  const wanted = [...list.matchAll(/"([^"]+)"/g)].map(([, cron = '']) => cron).sort();
  return there.join() === wanted.join() ? null : 'its crons are others';
}

async function addressDiffers({ cloudflare, folder }: World, script: string): Promise<string | null> {
  const found = await cloudflare.find({
    doing: 'read the address of the Workers script',
    path: `${script}/subdomain`,
    answer: subdomain,
  });
  const underWorkersDev = folder.domain === null;
  if ((found?.enabled ?? false) !== underWorkersDev)
    return underWorkersDev ? 'it has no address under workers.dev' : 'it answers under workers.dev, too';
  return found?.previews_enabled ? 'previews of it are public' : null;
}

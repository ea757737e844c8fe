import type { Command } from 'commander';
import type { components } from '../../../src/client/api.d.ts';
import { CommandError } from '../../cli/command.ts';
import { openPrompt } from '../../cli/prompt.ts';
import { acting, type Udm } from '../command.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { deliveryText, placeText } from '../job-text.ts';
import { firstLine } from '../first-line.ts';
import { readId } from '../read-id.ts';
import { sheet } from '../shown.ts';

type Destination = components['schemas']['Destination'];
type ShownDestination = components['schemas']['DestinationInfo'];

interface PlaceOptions {
  readonly endpoint?: string;
  readonly bucket?: string;
  readonly region?: string;
  readonly prefix?: string;
  readonly accessKeyId?: string;
  readonly secretFile?: string;
}

const SECRET_HELP = `
The secret of the access key is the first line of --secret-file, or UDM_BUCKET_SECRET, or asked for; where endpoint and
access key stay the same, the one on file is kept. It is never an argument, which every process could read.

Examples:
  udm destination set 17 --endpoint https://s3.eu-central-1.amazonaws.com --bucket acme-exports --access-key-id AKIA…
  udm destination test 17
  udm destination set 17 --prefix "exports/{date}/{run}/"`;

/** `udm destination`: the bucket that a job's files are copied to. */
export function destinationCommand(program: Command): void {
  const destination = program
    .command('destination')
    .description("the bucket of yours that a job's files are copied to");
  destination.command('show <job>').description("show a job's destination").action(acting(show));
  placeOptions(destination.command('set <job>').description('copy the files of a job to a bucket'))
    .addHelpText('after', SECRET_HELP)
    .action(acting<PlaceOptions>(set));
  placeOptions(
    destination.command('test <job>').description('write a small object there and remove it again'),
  )
    .addHelpText(
      'after',
      "\nWithout options the job's own destination is tested, with them what it would become.",
    )
    .action(acting<PlaceOptions>(test));
  destination
    .command('remove <job>')
    .description('copy the files of a job nowhere any more')
    .option('--yes', 'do not ask')
    .action(acting<{ yes?: boolean }>(remove));
  destination
    .command('deliver <run>')
    .description('deliver the files of a Finished run again')
    .action(acting(deliver));
}

const placeOptions = (command: Command): Command =>
  command
    .option('--endpoint <address>', 'address of the S3 API, without the bucket')
    .option('--bucket <name>', 'name of the bucket')
    .option('--region <region>', 'region of the bucket, where the endpoint does not name it')
    .option('--prefix <template>', 'what object names begin with: {ccid}, {job}, {run}, {date} are filled in')
    .option('--access-key-id <id>', 'id of a key that may write below the prefix')
    .option('--secret-file <file>', 'file with the secret of the key in its first line');

const pathOf = (id: number) => ({ params: { path: { id } } });

async function ownDestination(udm: Udm, id: number): Promise<ShownDestination | undefined> {
  const { data } = await udm.session().api.GET('/udm/v10/export/jobs/{id}', pathOf(id));
  return data?.destination;
}

async function show(udm: Udm, [text]: readonly string[]): Promise<void> {
  const id = readId(text);
  const own = await ownDestination(udm, id);
  udm.result(own ?? null, own ? destinationSheet(own) : `Job ${id} has no destination.`);
}

const destinationSheet = ({ endpoint, bucket, region, prefix, accessKeyId }: ShownDestination): string =>
  sheet([
    ['Endpoint', endpoint],
    ['Bucket', bucket],
    ['Region', region],
    ['Prefix', prefix],
    ['Access key', accessKeyId],
  ]);

async function set(udm: Udm, [text]: readonly string[], options: PlaceOptions): Promise<void> {
  const id = readId(text);
  const body = await placeOf(await ownDestination(udm, id), options);
  const { data } = await udm
    .session()
    .api.PUT('/udm/v10/export/jobs/{id}/destination', { ...pathOf(id), body });
  if (data?.destination)
    udm.result(
      data.destination,
      `The files of job ${id} go to ${placeText(data.destination)} from now on. Test it: udm destination test ${id}`,
      String(id),
    );
}

async function test(udm: Udm, [text]: readonly string[], options: PlaceOptions): Promise<number | void> {
  const jobId = readId(text);
  const given = PLACE.some((name) => options[name] !== undefined) || options.secretFile !== undefined;
  const destination = given ? { destination: await placeOf(await ownDestination(udm, jobId), options) } : {};
  const { data } = await udm
    .session()
    .api.POST('/udm/v10/export/destination/test', { body: { jobId, ...destination } });
  if (!data) return;
  const left = data.removed ? '' : ` ${data.object} could not be removed; deliveries need no right to.`;
  const said = data.works ? `It works: ${data.object} was written and looked at.` : data.message;
  udm.result(data, `${said}${left}`, String(data.works));
  return data.works ? undefined : EXIT_CODES.failed[0];
}

async function remove(udm: Udm, [text]: readonly string[], { yes }: { yes?: boolean }): Promise<void> {
  const id = readId(text);
  await udm.confirm(`The files of job ${id} will be copied nowhere any more.`, yes);
  await udm.session().api.DELETE('/udm/v10/export/jobs/{id}/destination', pathOf(id));
  udm.result({ id }, `Job ${id} has no destination any more.`, String(id));
}

async function deliver(udm: Udm, [text]: readonly string[]): Promise<void> {
  const id = readId(text);
  const { data } = await udm.session().api.POST('/udm/v10/export/history/{id}/delivery', pathOf(id));
  if (data?.delivery) udm.result(data.delivery, `Run ${id}: ${deliveryText(data.delivery)}`, String(id));
}

const PLACE = ['endpoint', 'bucket', 'region', 'prefix', 'accessKeyId'] as const;

/** The destination that options name over the one that there is, with a secret where another one is needed. */
async function placeOf(own: ShownDestination | undefined, options: PlaceOptions): Promise<Destination> {
  const given = Object.fromEntries(
    PLACE.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
  // Another endpoint may be in another region: then it names it, or somebody has to.
  const kept =
    own && options.endpoint !== undefined && options.endpoint !== own.endpoint ? withoutRegion(own) : own;
  const place = { endpoint: '', bucket: '', accessKeyId: '', ...kept, ...given };
  const missing = (['endpoint', 'bucket', 'accessKeyId'] as const).find((name) => place[name] === '');
  if (missing)
    throw new CommandError(
      `A destination needs --endpoint, --bucket and --access-key-id: ${missing} is missing.`,
    );
  const same = own?.endpoint === place.endpoint && own.accessKeyId === place.accessKeyId;
  const secretAccessKey = await secretOf(options, same);
  return { ...place, ...(secretAccessKey === null ? {} : { secretAccessKey }) };
}

const withoutRegion = ({ region: _, ...rest }: ShownDestination): Omit<ShownDestination, 'region'> => rest;

async function secretOf({ secretFile }: PlaceOptions, kept: boolean): Promise<string | null> {
  if (secretFile !== undefined) return firstLine(secretFile, 'the file of a secret');
  const { UDM_BUCKET_SECRET: given } = process.env;
  if (given) return given;
  if (kept) return null;
  if (!process.stdin.isTTY)
    throw new CommandError('The secret of the access key is needed: --secret-file or UDM_BUCKET_SECRET.');
  const prompt = openPrompt();
  try {
    return await prompt.askSecret('Secret of the access key');
  } finally {
    prompt.close();
  }
}

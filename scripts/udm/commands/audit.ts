import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { ChainCheck, GENESIS, type ChainPoint, type ChainProblem } from '../../../src/model/audit/chain.ts';
import type { AuditItem } from '../../../src/model/audit/entry.ts';
import { CommandError, UsageError } from '../../cli/command.ts';
import { naming } from '../../cli/explain.ts';
import { acting, tableColumns } from '../command.ts';
import type { Udm } from '../command.ts';
import { LIST_SIZE, limitOption, listed } from '../lists.ts';
import { requireFile } from '../require-file.ts';
import { minute, table } from '../shown.ts';
import { streamsCommand } from './streams.ts';

interface Filter {
  readonly actor?: string;
  readonly action?: string;
  readonly outcome?: string;
  readonly object?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
}

/** `udm audit`: what was done, by whom, and whether the log still says so. */
export function auditCommand(program: Command): void {
  const audit = program.command('audit').description('show what was done, and check that the log is whole');
  const filtered = (command: Command): Command =>
    command
      .option('--actor <name>', 'what this one did')
      .option('--action <action>', 'this action, as "job.create"')
      .option('--outcome <outcome>', 'with this outcome, as "done"')
      .option('--object <object>', 'with this object, as "job:17"')
      .option('--from <time>', 'at this time or later')
      .option('--to <time>', 'before this time');
  filtered(
    limitOption(audit.command('list').alias('ls').description('list entries, the newest first')),
  ).action(acting<Filter>(list));
  audit
    .command('export [file]')
    .description('write the whole log as JSON Lines, to a file or to stdout')
    .action(acting(exportLog));
  audit
    .command('verify [file]')
    .description('check the chain of hashes, of the service or of an exported file')
    .option('--head <id:hash>', 'the last link, as it was told when the file was exported')
    .action(acting<{ head?: string }>(verify));
  streamsCommand(audit);
}

async function list(udm: Udm, _: readonly string[], filter: Filter): Promise<void> {
  const { limit = LIST_SIZE, from, to, actor, action, outcome, object } = filter;
  const given = { actor, action, outcome, object, startDate: from, endDate: to };
  const query = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const { data } = await udm
    .session()
    .api.GET('/udm/v10/audit', { params: { query: { ...query, size: limit } } });
  // JSON was asked for: the text is JSON Lines'.
  const page = typeof data === 'string' ? undefined : data;
  const items = page?.items ?? [];
  const rows = items.map((item) => [
    String(item.id),
    minute(item.time),
    item.actor.name || item.actor.type,
    item.action,
    item.count > 1 ? `${item.outcome} (${item.count})` : item.outcome,
    item.objects.join(' '),
  ]);
  const head = ['ENTRY', 'TIME (UTC)', 'WHO', 'ACTION', 'OUTCOME', 'OBJECTS'];
  const text =
    items.length === 0 ? 'No entry matches.' : table(head, rows, { elastic: 5, columns: tableColumns() });
  listed(udm, { items, count: page?.count ?? 0, text, names: items.map(({ id }) => String(id)) });
}

/** The log as JSON Lines, the oldest first, up to where it was when the answer began. */
async function lines(udm: Udm): Promise<Readable> {
  const { response } = await udm.session().api.GET('/udm/v10/audit', {
    params: { query: { orderField: 'id', descAsc: false } },
    headers: { Accept: 'application/x-ndjson' },
    parseAs: 'stream',
  });
  if (!response.body) throw new CommandError('The service answered nothing.');
  return Readable.fromWeb(response.body);
}

async function exportLog(udm: Udm, [file]: readonly string[]): Promise<void> {
  const out = file === undefined ? process.stdout : createWriteStream(file, { mode: 0o600 });
  await naming(file ?? 'The output', pipeline(await lines(udm), out, { end: file !== undefined }));
  if (file === undefined) return;
  const { entries, at } = await checked(createReadStream(file), null, null);
  udm.result(
    { file, entries, head: at },
    `Wrote ${entries} entries to ${file}. Keep its head in another place: udm audit verify ${file} --head ${at.id}:${at.hash}`,
    '',
  );
}

async function verify(udm: Udm, [file]: readonly string[], { head: told }: { head?: string }): Promise<void> {
  const known = told === undefined ? null : readHead(told);
  const found = file === undefined ? await ofService(udm, known) : await ofFile(file, known);
  udm.result(
    found,
    `${found.entries} entries are whole, up to link ${found.at.id} with the hash ${found.at.hash}.`,
    `${found.at.id}:${found.at.hash}`,
  );
  if (file !== undefined && known === null)
    udm.say('Whether the end of the file is missing, only a head can tell that was kept: --head ID:HASH.');
}

async function ofService(udm: Udm, known: ChainPoint | null) {
  const { data } = await udm.session().api.GET('/udm/v10/audit/chain');
  if (!data) throw new CommandError('The service did not tell where its log ends.');
  return checked(await lines(udm), data.anchor, known ?? data.head);
}

async function ofFile(file: string, known: ChainPoint | null) {
  requireFile(file);
  return checked(createReadStream(file), null, known);
}

function readHead(text: string): ChainPoint {
  const [, id, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!id || !hash) throw new UsageError('--head is the id of a link and its hash, as 41:9f86…');
  return { id: Number(id), hash };
}

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Checks entries line by line; throws with what is wrong first. */
async function checked(input: Readable, anchor: ChainPoint | null, head: ChainPoint | null) {
  const check = new ChainCheck(sha256Hex, anchor, head);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    raise(await check.take(itemIn(line)));
  }
  raise(await check.close());
  return { entries: check.entries, at: check.at.id === 0 ? GENESIS : check.at };
}

function itemIn(line: string): AuditItem {
  try {
    // What is no item has no hash that fits: the check tells.
    return JSON.parse(line) as AuditItem;
  } catch {
    throw new CommandError('A line of the log is not JSON: it was cut off or changed.');
  }
}

const WORDS: Readonly<Record<ChainProblem['kind'], string>> = {
  missing: 'is missing',
  changed: 'was changed',
  order: 'does not stand in its place',
  cut: 'and all behind it are missing: the end was cut off',
  'other-head': 'is not the one that was kept: the log was written anew',
};

function raise(problem: ChainProblem | null): void {
  if (problem) throw new CommandError(`The log is not whole: link ${problem.id} ${WORDS[problem.kind]}.`);
}

import type { Command } from 'commander';
import { acting, tableColumns } from '../command.ts';
import type { Udm } from '../command.ts';
import { table } from '../shown.ts';

/** `udm data`: what jobs can be made of. */
export function dataCommand(program: Command): void {
  const data = program.command('data').description('list what jobs can be made of');
  data
    .command('sources')
    .description('where records come from')
    .action(acting(async (udm) => labels(udm, await udm.session().api.GET('/udm/v10/data/sources'))));
  data
    .command('statuses')
    .description('the statuses of jobs and runs')
    .action(acting(async (udm) => labels(udm, await udm.session().api.GET('/udm/v10/data/job-statuses'))));
  data
    .command('types')
    .description('the types of records')
    .action(
      acting(async (udm) => {
        const { data: items = [] } = await udm.session().api.GET('/udm/v10/data/types');
        show(udm, items, { head: ['TYPE', 'SOURCE'], rows: items.map(({ name, source }) => [name, source]) });
      }),
    );
  data.command('media').description('the media types of interactions').action(acting(media));
  data
    .command('attributes')
    .description('the attributes of interactions and contacts')
    .option('--entities <a,b>', 'interaction, contact (both)')
    .action(acting<{ entities?: string }>(attributes));
}

async function media(udm: Udm): Promise<void> {
  const { data: items = [] } = await udm.session().api.GET('/udm/v10/data/sub-types');
  show(udm, items, {
    head: ['MEDIUM', 'MEANS'],
    rows: items.map(({ name, displayName }) => [name, displayName]),
  });
}

async function attributes(
  udm: Udm,
  _: readonly string[],
  { entities }: { entities?: string },
): Promise<void> {
  const query = entities === undefined ? {} : { entities };
  const { data: items = [] } = await udm.session().api.GET('/udm/v10/data/attributes', { params: { query } });
  show(udm, items, {
    head: ['ATTRIBUTE', 'OF', 'TYPE'],
    rows: items.map(({ name, entity, type }) => [name, entity, type]),
  });
}

interface Labelled {
  readonly data?: readonly { readonly label: string; readonly value: string }[];
}

function labels(udm: Udm, { data: items = [] }: Labelled): void {
  show(udm, items, { head: ['VALUE', 'LABEL'], rows: items.map(({ value, label }) => [value, label]) });
}

function show(
  udm: Udm,
  items: readonly unknown[],
  { head, rows }: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] },
): void {
  const names = rows.map(([name = '']) => name).join('\n');
  udm.result(items, table(head, rows, { elastic: 0, columns: tableColumns() }), names);
}

import { env } from 'cloudflare:workers';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import { declaredTables } from '../../src/store/declared-tables.ts';

const tables = declaredTables.map((table) => getTableConfig(table));

it.each(tables.map((table) => [table.name, table] as const))(
  'the migrations make the table %s as the schema has it',
  async (name, table) => {
    const columns = await env.DB.prepare('SELECT name, type, "notnull" FROM pragma_table_info(?)')
      .bind(name)
      .all<{ name: string; type: string; notnull: number }>();
    const shown = columns.results.map((column) => `${column.name} ${column.type.toLowerCase()}`);
    expect(shown.toSorted()).toEqual(
      table.columns.map((column) => `${column.name} ${column.getSQLType()}`).toSorted(),
    );
    const indexes = await env.DB.prepare(`SELECT name FROM pragma_index_list(?) WHERE origin = 'c'`)
      .bind(name)
      .all<{ name: string }>();
    expect(indexes.results.map((index) => index.name).toSorted()).toEqual(
      table.indexes.map((index) => index.config.name).toSorted(),
    );
  },
);

it('knows every table that the migrations make', async () => {
  const { results } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'd1_%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'`,
  ).all<{ name: string }>();
  expect(results.map(({ name }) => name).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
});

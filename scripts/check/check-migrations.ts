/** A migration by its file's name. */
export interface Migration {
  readonly name: string;
  readonly text: string;
}

/** What of a migration the version that runs while it is applied would not bear. */
export interface Intolerable {
  readonly migration: string;
  readonly what: string;
}

/**
 * `-- contract: table.column unused since 1.2.0 (why)`: that version, which is older than this one, was the first that neither reads nor writes it;
 * so the version before this one does not either.
 */
const CONTRACT = /^-- contract: (\S+) unused since (\d+\.\d+\.\d+)\b/gm;
/** The first migration that is held to it: those before were written while nothing ran. */
const HELD_FROM = '0025';

/** Stands for `@` in a pattern. */
const NAME = '[`"\\[]?(\\w+)[`"\\]]?';
const pattern = (text: string): RegExp => new RegExp(text.replaceAll('@', NAME), 'i');
const CREATED = pattern('^CREATE TABLE (?:IF NOT EXISTS )?@');
const CREATED_INDEX = pattern('^CREATE (UNIQUE )?INDEX (?:IF NOT EXISTS )?@ ON @');

/** What a statement does that is not tolerated, and to what: with `table` alone where it is the table itself. */
const RULES: readonly { readonly is: RegExp; readonly says: string }[] = [
  { is: pattern('^DROP TABLE (?:IF EXISTS )?@'), says: 'drops the table' },
  { is: pattern('^ALTER TABLE @ RENAME TO'), says: 'renames the table' },
  { is: pattern('^ALTER TABLE @ RENAME (?:COLUMN )?(?!TO )@ TO'), says: 'renames' },
  { is: pattern('^ALTER TABLE @ DROP (?:COLUMN )?@'), says: 'drops' },
];
const ADDED = pattern('^ALTER TABLE @ ADD (?:COLUMN )?@ (.*)$');
const DROPPED_INDEX = pattern('^DROP INDEX (?:IF EXISTS )?@');

/** Holds migrations, in their order, to what a running version bears: it expands first, and contracts once nothing uses it any more. */
export function intolerable(migrations: readonly Migration[], version: string): readonly Intolerable[] {
  const tables = new Set<string>();
  const found: Intolerable[] = [];
  for (const migration of migrations) {
    const statements = statementsOf(migration.text);
    const before = new Set(tables);
    for (const statement of statements) {
      const created = CREATED.exec(statement)?.[1];
      if (created !== undefined) tables.add(created);
    }
    if (migration.name < HELD_FROM) continue;
    const allowed = contractsOf(migration.text, version);
    const made = statements.flatMap((statement) => CREATED_INDEX.exec(statement)?.[2] ?? []);
    const dropped = statements.flatMap((statement) => DROPPED_INDEX.exec(statement)?.[1] ?? []);
    for (const statement of statements)
      for (const { on, what, told = on } of wrongsOf(statement, { made, dropped }))
        if ((on === '' || before.has(on)) && !allowed.has(told))
          found.push({ migration: migration.name, what: `${what} ${told}` });
  }
  return found;
}

/** One thing that a statement does. `told` is how it is named, where that is not the table. */
interface Wrong {
  readonly on: string;
  readonly what: string;
  readonly told?: string;
}

function wrongsOf(
  statement: string,
  indexes: { readonly made: readonly string[]; readonly dropped: readonly string[] },
): readonly Wrong[] {
  for (const { is, says } of RULES) {
    const [, table, column] = is.exec(statement) ?? [];
    if (table !== undefined)
      return [{ on: table, what: says, ...(column === undefined ? {} : { told: `${table}.${column}` }) }];
  }
  const [, table = '', column = '', rest = ''] = ADDED.exec(statement) ?? [];
  if (/\bNOT NULL\b/i.test(rest) && !/\bDEFAULT\b/i.test(rest))
    return [{ on: table, what: 'adds without a default', told: `${table}.${column}` }];
  const [, unique, index = '', of = ''] = CREATED_INDEX.exec(statement) ?? [];
  if (unique !== undefined && !indexes.dropped.includes(index))
    return [{ on: of, what: `makes ${index} unique on` }];
  // Queries name indexes, and fail where one is gone.
  const gone = DROPPED_INDEX.exec(statement)?.[1];
  return gone !== undefined && !indexes.made.includes(gone)
    ? [{ on: '', what: 'drops the index', told: gone }]
    : [];
}

/** What the migration says nothing uses any more, since a version before this one. */
const contractsOf = (text: string, version: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(CONTRACT)]
      .filter(([, , since = '']) => isOlder(since, version))
      .map(([, name = '']) => name),
  );

function isOlder(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.split('.').map(Number));
  const at = a?.findIndex((number, index) => number !== b?.[index]) ?? -1;
  return at >= 0 && (a?.[at] ?? 0) < (b?.[at] ?? 0);
}

/** Statements without comments and texts, each on one line. What stands in a trigger's body is no statement of its own. */
const statementsOf = (text: string): readonly string[] =>
  text
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*CREATE\s+TRIGGER[\s\S]*?\bEND\s*;/gim, '')
    .split(';')
    .map((statement) => statement.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean);

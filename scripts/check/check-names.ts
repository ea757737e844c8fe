import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** Folders whose exports share one vocabulary, and those whose files must not be named after an issue. */
const NAMED = ['src', 'durable', 'scripts'];
const FILED = [...NAMED, 'test'];

/** An issue has a number and an end; a file is named for what it holds. */
const ISSUE = /(^|[-_.])(issues?|tickets?|bugs?|fix(es)?|regressions?|gh)([-_.]|$|\d)|^#?\d+([-_.]|$)/i;

/** A name that these rooms, and no others, export on purpose. */
export interface Exception {
  readonly name: string;
  readonly rooms: readonly string[];
  readonly reason: string;
}

/** At most so many exceptions may stand in the table. */
export const EXCEPTIONS_MOST = 5;

export const EXCEPTIONS: readonly Exception[] = [
  {
    name: 'ExportJob',
    rooms: ['durable', 'scripts'],
    reason:
      "wrangler.toml binds the job's object by this name, and the bench's Worker wraps it to count its costs",
  },
  {
    name: 'RecordStore',
    rooms: ['durable', 'scripts'],
    reason: "the same of the records' object",
  },
];

/** One name that several rooms export, and the files that do. */
export interface Double {
  readonly name: string;
  readonly files: readonly string[];
}

/** What the check found; `names` are all that are exported: none would mean that it saw nothing. */
export interface NameReport {
  readonly doubles: readonly Double[];
  /** Exceptions that are none any more: the table must not grow old. */
  readonly unused: readonly Exception[];
  readonly afterIssues: readonly string[];
  readonly files: number;
  readonly names: number;
}

/** Looks at the exports of `src`, `durable` and `scripts` below a folder, and at the names of all files. */
export function checkNames(folder: string, exceptions: readonly Exception[] = EXCEPTIONS): NameReport {
  const files = NAMED.flatMap((top) => sourceFiles(folder, top));
  const byName = new Map<string, string[]>();
  for (const file of files) {
    // A schema and its type, or an interface and its instance, may share a name within one file.
    for (const name of new Set(exportsOf(file, readFileSync(join(folder, file), 'utf8'))))
      byName.set(name, [...(byName.get(name) ?? []), file]);
  }
  const doubles = [...byName]
    .map(([name, among]) => ({ name, files: among, rooms: [...new Set(among.map(roomOf))] }))
    .filter(({ rooms }) => rooms.length > 1);
  const excepted = (double: (typeof doubles)[number], { name, rooms }: Exception) =>
    double.name === name && double.rooms.every((room) => rooms.includes(room));
  return {
    doubles: doubles.filter((double) => !exceptions.some((exception) => excepted(double, exception))),
    unused: exceptions.filter((exception) => !doubles.some((double) => excepted(double, exception))),
    afterIssues: FILED.flatMap((top) => allFiles(folder, top)).filter(isAfterIssue),
    files: files.length,
    names: byName.size,
  };
}

const isAfterIssue = (file: string): boolean =>
  file.split('/').some((part) => ISSUE.test(part.replace(/\..*$/, '')));

/** `src/store/lists/pages.ts` lies in the room `store`; `durable` and `scripts` are one room each. */
function roomOf(file: string): string {
  const [top = '', room = ''] = file.split('/');
  return top === 'src' ? room : top;
}

const allFiles = (folder: string, top: string): readonly string[] =>
  readdirSync(join(folder, top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

const sourceFiles = (folder: string, top: string): readonly string[] =>
  allFiles(folder, top).filter((file) => /\.tsx?$/.test(file));

/** The names that a file exports as its own. What it passes on from another file under the same name is that file's. */
function exportsOf(file: string, text: string): readonly string[] {
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  return statements.flatMap((statement): readonly string[] => {
    if (ts.isExportDeclaration(statement)) return listed(statement);
    if (!ts.canHaveModifiers(statement) || !isExported(statement)) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
    }
    return isNamed(statement) && statement.name ? [statement.name.text] : [];
  });
}

/** `export { a, b as c }`; behind `from` only what is renamed on the way. */
function listed({ exportClause, moduleSpecifier }: ts.ExportDeclaration): readonly string[] {
  if (!exportClause || ts.isNamespaceExport(exportClause))
    return exportClause ? [exportClause.name.text] : [];
  return exportClause.elements
    .filter(({ propertyName, name }) => !moduleSpecifier || (propertyName && propertyName.text !== name.text))
    .map(({ name }) => name.text);
}

/** A default export has no name that could be another's. */
function isExported(statement: ts.HasModifiers): boolean {
  const kinds = ts.getModifiers(statement)?.map(({ kind }) => kind) ?? [];
  return kinds.includes(ts.SyntaxKind.ExportKeyword) && !kinds.includes(ts.SyntaxKind.DefaultKeyword);
}

const isNamed = (statement: ts.Statement) =>
  ts.isFunctionDeclaration(statement) ||
  ts.isClassDeclaration(statement) ||
  ts.isInterfaceDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement) ||
  ts.isEnumDeclaration(statement);

const boundNames = (name: ts.BindingName): readonly string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));

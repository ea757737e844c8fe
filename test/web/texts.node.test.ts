import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { DE_ACCESS } from '../../src/labels/pages/de-access.ts';
import { DE_COST } from '../../src/labels/pages/de-cost.ts';
import { DE_EDITOR } from '../../src/labels/pages/de-editor.ts';
import { DE_EXPORTS } from '../../src/labels/pages/de-exports.ts';
import { DE_LISTS } from '../../src/labels/pages/de-lists.ts';
import { DE_ISSUERS } from '../../src/labels/pages/de-issuers.ts';
import { DE_NOTIFICATIONS } from '../../src/labels/pages/de-notifications.ts';
import { DE_OWN } from '../../src/labels/pages/de-own.ts';
import { DE_PAGES } from '../../src/labels/pages/de.ts';
import { EN_ACCESS } from '../../src/labels/pages/en-access.ts';
import { EN_COST } from '../../src/labels/pages/en-cost.ts';
import { EN_EDITOR } from '../../src/labels/pages/en-editor.ts';
import { EN_EXPORTS } from '../../src/labels/pages/en-exports.ts';
import { EN_LISTS } from '../../src/labels/pages/en-lists.ts';
import { EN_ISSUERS } from '../../src/labels/pages/en-issuers.ts';
import { EN_NOTIFICATIONS } from '../../src/labels/pages/en-notifications.ts';
import { EN_OWN } from '../../src/labels/pages/en-own.ts';
import { EN_PAGES } from '../../src/labels/pages/en.ts';

const WEB = new URL('../../src/web/', import.meta.url).pathname;
/** Attributes that a person reads, or has read to them. */
const READ = [
  'label',
  'aria-label',
  'title',
  'placeholder',
  'description',
  'alt',
  'text',
  'note',
  'help',
  'verb',
  'none',
];
const LETTERS = /\p{L}{2,}/u;

/** Texts of a file that stand in it and not among the labels. */
function textsOf(name: string, text: string): readonly string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && LETTERS.test(node.text) && !UNITS.test(node.text.trim()))
      found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && READ.includes(node.name.getText()) && node.initializer) {
      const inner = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (inner && ts.isStringLiteral(inner) && LETTERS.test(inner.text)) found.push(inner.text);
    }
    // What a hint says is an argument, and an attribute of the page only later.
    if (ts.isCallExpression(node) && node.expression.getText() === 'hint')
      found.push(...node.arguments.filter(ts.isStringLiteral).map(({ text: said }) => said));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
/** The name of a time scale, the same in both languages. */
const UNITS = /^UTC$/;

describe('texts of the pages', () => {
  const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );

  it('stand in the label files alone', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(
      files.flatMap((name) =>
        textsOf(name, readFileSync(join(WEB, name), 'utf8')).map((text) => `${name}: ${text}`),
      ),
    ).toEqual([]);
  });

  it('are found where they are planted', () => {
    const planted = `const a = <p title="One">Two {b} <b aria-label={"Three"} {...hint('Four')}>·</b></p>;`;
    expect(textsOf('a.tsx', planted)).toEqual(['One', 'Two', 'Three', 'Four']);
  });

  it('have the same names and holes in both languages', () => {
    const [german, english] = [
      {
        ...DE_PAGES,
        ...DE_ACCESS,
        ...DE_COST,
        ...DE_EDITOR,
        ...DE_EXPORTS,
        ...DE_ISSUERS,
        ...DE_LISTS,
        ...DE_NOTIFICATIONS,
        ...DE_OWN,
      },
      {
        ...EN_PAGES,
        ...EN_ACCESS,
        ...EN_COST,
        ...EN_EDITOR,
        ...EN_EXPORTS,
        ...EN_ISSUERS,
        ...EN_LISTS,
        ...EN_NOTIFICATIONS,
        ...EN_OWN,
      },
    ];
    expect(Object.keys(german)).toEqual(Object.keys(english));
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const [key, text] of Object.entries(english))
      expect([key, holes(german[key as keyof typeof german])]).toEqual([key, holes(text)]); // a key of the table
  });
});

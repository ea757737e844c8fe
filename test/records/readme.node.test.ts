import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { KINDS, type Kind } from '../../src/model/records.ts';
import { parseRecord } from '../../src/records/import/record.ts';

const readme = readFileSync(new URL('../../src/records/README.md', import.meta.url), 'utf8');
const examples = /```jsonl\n([^`]*)```/.exec(readme)?.[1]?.trim().split('\n') ?? [];

/** The members that the table requires of a kind: its rows follow the one that names it. */
function requiredOf(kind: Kind): readonly string[] {
  const rows = [...readme.matchAll(/^\| (?:`([a-z-]+)` )?\| `([A-Z]+)` \|/gm)];
  let named = '';
  return rows.flatMap(([, first, member]) => {
    named = first ?? named;
    return named === kind && member ? [member] : [];
  });
}

it.each(KINDS.map((kind, index) => [kind, examples[index] ?? ''] as const))(
  'the example of %s is a record, and none without a member that the table requires',
  (kind, example) => {
    expect(parseRecord(kind, example)).toMatchObject({ ok: true });
    const required = requiredOf(kind);
    expect(required.length).toBeGreaterThanOrEqual(2);
    for (const member of required) {
      const { [member]: _, ...rest } = JSON.parse(example) as Record<string, unknown>;
      expect(parseRecord(kind, JSON.stringify(rest)), member).toMatchObject({
        ok: false,
        failure: { field: member },
      });
    }
    const others = Object.keys(JSON.parse(example) as object).filter((name) => !required.includes(name));
    for (const name of others) {
      const { [name]: _, ...rest } = JSON.parse(example) as Record<string, unknown>;
      expect(parseRecord(kind, JSON.stringify(rest)), name).toMatchObject({ ok: true });
    }
  },
);

import { describe, expect, it } from 'vitest';
import { labelsReadme } from '../../scripts/check/labels/failure-table.ts';
import { FAILURE_CODES, FAILURE_WORDS, failureText } from '../../src/labels/failures/words.ts';
import { FAILURES, type FailureCode } from '../../src/model/failure-codes.ts';
import { REFUSALS } from '../../src/model/lifecycle.ts';
import type { Failure } from '../../src/model/failures.ts';

const LANGUAGES = ['en', 'de'] as const;
const holesOf = (text: string) => [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
/** A failure of a code with a mark in the place of each of its data. */
const sample = (code: FailureCode): Failure =>
  ({
    code,
    field: '<field>',
    data: Object.fromEntries(FAILURES[code].holes.map((name: string) => [name, `<${name}>`])),
    // Each code with its own data, which fromEntries forgets.
  }) as unknown as Failure;

describe('the codes', () => {
  it('are kebab-case, and the refusals of the lifecycle are among them', () => {
    for (const code of FAILURE_CODES) expect(code).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    for (const name of REFUSALS) expect(FAILURE_CODES).toContain(name);
  });

  it('stand in the README with their status and words', async () => {
    const { wanted, found } = await labelsReadme();
    expect(found === wanted, 'not current; run: node scripts/check/labels.ts').toBe(true);
    expect(found).toContain('| `gone` | 404 | The job does not exist any more. |');
  });
});

describe.each(LANGUAGES)('the words in %s', (language) => {
  it('are there for every code, and for no other', () => {
    expect(Object.keys(FAILURE_WORDS[language])).toEqual(FAILURE_CODES);
  });

  it.each(FAILURE_CODES)('name the data of %s and nothing else', (code) => {
    const words = FAILURE_WORDS[language][code];
    expect(
      holesOf(words)
        .filter((name) => name !== 'field')
        .sort(),
    ).toEqual([...FAILURES[code].holes].sort());
    const text = failureText(sample(code), language);
    expect(text).not.toMatch(/[{}]/);
    for (const name of FAILURES[code].holes) expect(text).toContain(`<${name}>`);
    expect(text).toMatch(/([.!?]|<reason>)$/);
  });
});

it('words are filled with what came, as it came', () => {
  const failure: Failure = { code: 'unknown-media', field: 'jobParams.media', data: { name: '$& {field}' } };
  expect(failureText(failure)).toBe('"$& {field}" is no media type: GET data/sub-types lists them.');
  expect(failureText(failure, 'de')).toContain('„$& {field}“');
});

it('languages differ in every sentence but those that are names alone', () => {
  const same = FAILURE_CODES.filter((code) => FAILURE_WORDS.en[code] === FAILURE_WORDS.de[code]);
  expect(same).toEqual([]);
});

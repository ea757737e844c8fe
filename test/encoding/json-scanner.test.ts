import { fc } from '../support/property.ts';
import { describe, expect, it } from 'vitest';
import { MAX_DEPTH, ObjectScanner } from '../../src/encoding/json/object-scanner.ts';
import { Utf8Check } from '../../src/encoding/json/utf8-check.ts';

const NAMES = ['a', 'b', 'é', '', '__proto__', '1', 'a"\\'];
const wanted = new Set(NAMES);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Feeds bytes in chunks that end at `cuts`. */
function inChunks(bytes: Uint8Array, cuts: readonly number[], take: (chunk: Uint8Array) => void): void {
  const within = cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b);
  const edges = [0, ...within, bytes.length];
  for (const [index, end] of edges.slice(1).entries()) take(bytes.subarray(edges[index], end));
}

function scan(text: string, cuts: readonly number[] = []): readonly unknown[] | string {
  const scanner = new ObjectScanner(wanted);
  inChunks(utf8(text), cuts, (chunk) => scanner.push(chunk));
  const scanned = scanner.end();
  return 'problem' in scanned ? scanned.problem : [...scanned.members];
}

/** The same by JSON.parse: the wanted members, with arrays and objects emptied. */
function parsed(text: string): readonly unknown[] | string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not-an-object';
    return Object.entries(value)
      .filter(([name]) => wanted.has(name))
      .map(([name, member]) => [name, emptied(member)]);
  } catch {
    return 'not-an-object';
  }
}
function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  return typeof value === 'object' && value !== null ? {} : value;
}
/** JSON.parse puts names that look like indexes first; the scanner keeps all in the text's order. */
const sorted = (result: readonly unknown[] | string) =>
  typeof result === 'string' ? result : result.map((entry) => JSON.stringify(entry)).toSorted();

const blank = fc.stringMatching(/^[ \t\n\r]{0,2}$/);
const numberText = fc.oneof(
  fc.double().map(String),
  fc.stringMatching(/^-?[0-9]{0,3}(\.[0-9]{0,3})?([eE][+-]?[0-9]{0,3})?$/),
  fc
    .tuple(fc.bigInt(), fc.nat(1_200), fc.nat(1_200), fc.integer({ min: -2_600, max: 2_600 }))
    .map(([digits, zeros, more, power]) => `${digits}${'0'.repeat(zeros)}.${'0'.repeat(more)}1e${power}`),
  fc
    .tuple(fc.nat(1_200), fc.bigInt({ min: 0n }), fc.nat(2_600))
    .map(([zeros, digits, power]) => `0.${'0'.repeat(zeros)}${digits}e${power}`),
);
/** A string as it may be written: plain, escaped one way or another, or wrongly. */
const stringText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text).slice(1, -1)),
      fc.constantFrom(
        '\\u0000',
        '\\ud83d\\ude00',
        '\\uDFff',
        '\\/',
        '\\n',
        '\u2028',
        '\u007f',
        '\ufeff',
        'x'.repeat(300),
      ),
      fc.constantFrom('a', 'b', '\\u0061', 'é', '\\u00e9'),
    ),
    { maxLength: 3 },
  )
  .map((pieces) => `"${pieces.join('')}"`);
const nameText = fc.oneof(
  fc.constantFrom(...NAMES).map((name) => JSON.stringify(name)),
  fc.constantFrom('"\\u0061"', '"\\u00E9"', '"\\u0031"'),
  stringText,
);

const { json, object } = fc.letrec<{ json: string; object: string; array: string; scalar: string }>(
  (tie) => ({
    scalar: fc.oneof(fc.constantFrom('true', 'false', 'null'), numberText, stringText),
    array: fc.array(tie('json'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
    object: fc
      .tuple(fc.array(fc.tuple(nameText, blank, tie('json')), { maxLength: 6 }), blank)
      .map(
        ([members, space]) =>
          `{${members.map(([name, gap, value]) => `${gap}${name}${gap}:${gap}${value}`).join(`${space},`)}${space}}`,
      ),
    json: fc.oneof({ maxDepth: 4, withCrossShrink: true }, tie('scalar'), tie('array'), tie('object')),
  }),
);
const outer = fc.oneof({ weight: 8, arbitrary: object }, { weight: 1, arbitrary: json });
const cutting = fc.array(fc.nat(), { maxLength: 6 });

describe('ObjectScanner', () => {
  it('keeps what JSON.parse finds, however the text is cut', () => {
    fc.assert(
      fc.property(outer, blank, cutting, (text, space, cuts) => {
        const whole = space + text + space;
        expect(sorted(scan(whole, cuts))).toEqual(sorted(parsed(whole)));
      }),
      { numRuns: 3_000 },
    );
  });

  it('takes and refuses what JSON.parse takes and refuses of mutilated texts', () => {
    const odd = fc.oneof(
      fc.constantFrom(...'{}[]",:\\eE+-.0123456789truefalsn \u0000\n\u00a0'.split('')),
      fc.string({ maxLength: 2 }),
    );
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(2), odd), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(outer, edits, cutting, (text, changes, cuts) => {
        let mutilated = text;
        for (const [where, removed, added] of changes) {
          const at = where % (mutilated.length + 1);
          mutilated = (mutilated.slice(0, at) + added + mutilated.slice(at + removed)).toWellFormed();
        }
        expect(sorted(scan(mutilated, cuts))).toEqual(sorted(parsed(mutilated)));
      }),
      { numRuns: 6_000 },
    );
  });

  it('keeps the first of the other members by name and kind of value, their strings empty', () => {
    fc.assert(
      fc.property(object, cutting, fc.nat(4), (text, cuts, most) => {
        const scanner = new ObjectScanner(wanted, most);
        inChunks(utf8(text), cuts, (chunk) => scanner.push(chunk));
        const scanned = scanner.end();
        let whole: Record<string, unknown>;
        try {
          whole = JSON.parse(text) as Record<string, unknown>; // an object, or no JSON
        } catch {
          return;
        }
        const short = Object.entries(whole).filter(([name]) => !wanted.has(name) && name.length <= 255);
        const others = new Map(
          short.map(([name, value]) => [name, typeof value === 'string' ? '' : emptied(value)]),
        );
        const kept = 'others' in scanned ? [...scanned.others] : [];
        expect(kept).toHaveLength(Math.min(most, others.size));
        for (const [name, value] of kept) expect(others.get(name)).toEqual(value);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads a text byte by byte', () => {
    const text = '{"a":[1,{"a":2}],"b":-1.5e+2,"\\u00e9":"x\\ud83d\\ude00é","a":true,"c":null}';
    const every = Array.from({ length: utf8(text).length }, (_, index) => index);
    expect(scan(text, every)).toEqual([
      ['a', true],
      ['b', -150],
      ['é', 'x😀é'],
    ]);
  });

  it('nests to its limit and not beyond', () => {
    const nested = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
    expect(scan(nested(MAX_DEPTH))).toEqual([['a', []]]);
    expect(scan(nested(MAX_DEPTH + 1))).toBe('too-deep');
    expect(scan('{"a":'.repeat(2_000_000))).toBe('too-deep');
  });

  it('rounds numbers of any length as JSON.parse does', () => {
    const half = '1'.padEnd(400, '0');
    for (const text of [
      `${half}${'0'.repeat(600)}`,
      `9007199254740993${'0'.repeat(2_000)}e-2000`,
      `9007199254740993.${'0'.repeat(2_000)}1`,
      `0.${'0'.repeat(5_000)}5e5000`,
      `${'7'.repeat(5_000)}e-5000`,
      '1e400',
      '-0',
      `1${'0'.repeat(400)}e-400`,
      '1e99999999999999999999',
      '0e99999999999999999999',
      '1e-99999999999999999999',
    ])
      expect(scan(`{"a":${text}}`)).toEqual([['a', JSON.parse(text)]]);
  });

  it('keeps a long string as something long, and its end where it is', () => {
    const [[, value] = []] = scan(`{"a":"${'é'.repeat(100_000)}","b":1}`) as [string, string][];
    expect(value?.length).toBeGreaterThan(255);
    expect(scan(`{"${'k'.repeat(5_000)}":2,"b":1}`)).toEqual([['b', 1]]);
  });
});

describe('Utf8Check', () => {
  const strict = (bytes: Uint8Array): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
  const check = (bytes: Uint8Array, cuts: readonly number[]): boolean => {
    const utf8Check = new Utf8Check();
    inChunks(bytes, cuts, (chunk) => utf8Check.push(chunk));
    return utf8Check.valid;
  };

  it('takes what a strict decoder takes, however the bytes are cut', () => {
    const byte = fc.oneof(
      fc.nat(255),
      fc.constantFrom(
        0x7f,
        0x80,
        0x8f,
        0x90,
        0x9f,
        0xa0,
        0xbf,
        0xc1,
        0xc2,
        0xe0,
        0xed,
        0xef,
        0xf0,
        0xf4,
        0xf5,
      ),
    );
    const anyBytes = fc.oneof(
      fc.array(byte, { maxLength: 5 }).map((bytes) => Uint8Array.from(bytes)),
      fc.string({ unit: 'binary' }).map(utf8),
    );
    fc.assert(
      fc.property(anyBytes, cutting, (bytes, cuts) => {
        expect(check(bytes, cuts)).toBe(strict(bytes));
      }),
      { numRuns: 20_000 },
    );
  });

  it('takes every character that there is, and no surrogate', () => {
    for (let point = 0; point <= 0x10ffff; point += 0x1f) {
      if (point >= 0xd800 && point < 0xe000) continue;
      expect(check(utf8(String.fromCodePoint(point)), [1])).toBe(true);
    }
    expect(check(Uint8Array.of(0xed, 0xa0, 0x80), [])).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { faultOf, describeFault } from '../../src/export/faults.ts';
import { DE_FAULTS, DE_REASONS } from '../../src/labels/run-reasons/de.ts';
import { KEPT_REASONS } from '../../src/labels/run-reasons/kept.ts';
import { FAILURES, type FailureCode } from '../../src/model/failure-codes.ts';
import { ROLE_NAMES } from '../../src/model/roles.ts';
import type { FaultCode } from '../../src/platform/faults.ts';
import { RecordUnreadable } from '../../src/records/source/record-unreadable.ts';
import { SnapshotGone } from '../../src/records/source/snapshot-gone.ts';
import { GERMAN } from '../../src/web/words/de.ts';
import { ENGLISH } from '../../src/web/words/en.ts';
import { wordsOf } from '../../src/web/words/words.ts';

/** What somebody says who writes to programmers. */
const OF_PROGRAMS =
  /\b(GET|POST|PUT|PATCH|DELETE) |\/udm\/v10|\/auth\/v3|Authorization|[Bb]earer|x-api-key|Content-(Type|Encoding)|multipart|boundary|JSON|_uri|client_id|PKCE:|_type|If-Match|HTTP|\b(dateFrom|dateTo|startDate|timeFrame|fileSplitSize|nextCursor|holdDays)\b/;
/** Failures that no page can meet: what pages send is made by them, and what comes back to other programs is theirs. */
const PROGRAMS_ALONE: readonly FailureCode[] = [
  'api-key-foreign',
  'api-key-refused',
  'basic-expected',
  'body-packed',
  'certificate-form-expected',
  'client-id-differs',
  'client-secret-in-body',
  'file-changed',
  'form-not-ended',
  'form-without-boundary',
  'grant-type-missing',
  'grant-type-unknown',
  'hold-days',
  'metrics-token-refused',
  'not-json',
  'operator-key-refused',
  'set-back-time',
  'time-frame-forms',
  'wrong-type',
];
/** Of a file of JSON Lines a page speaks as such. */
const OF_FILES: readonly FailureCode[] = ['record-not-an-object'];

describe.each([ENGLISH, GERMAN])('what pages say in $language', ({ failures, language }) => {
  it('of failures speaks of what is on the page', () => {
    const found = Object.entries(failures).filter(([, text]) => OF_PROGRAMS.test(text));
    expect(found.map(([code]) => code).sort()).toEqual([...PROGRAMS_ALONE, ...OF_FILES].sort());
  });

  it('names the data of a failure and nothing else', () => {
    const known = (code: FailureCode): readonly string[] => [...FAILURES[code].holes, 'field', 'role'];
    for (const [code, text] of Object.entries(failures))
      for (const [, hole = ''] of text.matchAll(/\{(\w+)\}/g))
        expect(known(code as FailureCode), `${language} ${code}`).toContain(hole); // a code of the table
  });
});

it('a missing privilege is told by the roles that bring it', () => {
  const said = wordsOf(GERMAN).failure('privilege-missing', { privilege: 'users.write' });
  expect(said).toBe(
    'Dafür ist eine Rolle nötig, die Sie nicht haben: Administrator oder Sicherheit. Bitten Sie Ihre Administration darum.',
  );
  for (const role of ROLE_NAMES) expect(ENGLISH.texts[`role.${role}`]).toBeTruthy();
});

describe('why a run did not finish', () => {
  const de = wordsOf(GERMAN);

  it('is told in German by the sentence that is kept', () => {
    expect(de.reason('There is no certificate on file: upload one and start the export again.')).toBe(
      DE_REASONS['no-certificate'],
    );
    expect(de.reason(new RecordUnreadable('contacts', 'a"b').message)).toContain('„a"b“ (contacts)');
    expect(de.reason(new SnapshotGone().message)).toBe(DE_REASONS['snapshot-gone']);
    expect(de.reason(describeFault(new Error('x')))).toMatch(/^Der Export ist immer wieder .*\(unknown\)\.$/);
    expect(de.reason(faultOf(new SnapshotGone()).words)).toBe(
      `${DE_FAULTS['snapshot-gone']} (snapshot-gone)`,
    );
  });

  it('stays as it is where these pages do not know it, and in English but for words of programs', () => {
    expect(de.reason('Something new.')).toBe('Something new.');
    const en = wordsOf(ENGLISH);
    for (const text of Object.values(KEPT_REASONS))
      if (!/fileSplitSize|source-replaced|slice/.test(text)) expect(en.reason(text)).toBe(text);
      else expect(en.reason(text)).not.toMatch(/fileSplitSize|source-replaced|^slice/);
  });

  it('has words for every fault', () => {
    // The service's own: the type holds the list to all of them.
    const codes: Readonly<Record<FaultCode, string>> = DE_FAULTS;
    expect(Object.keys(codes).length).toBeGreaterThan(25);
  });
});

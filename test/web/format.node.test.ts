import { describe, expect, it } from 'vitest';
import { datesOf, momentOf } from '../../src/web/format/dates.ts';
import { cutMiddle, quantitiesOf, remaining } from '../../src/web/format/quantities.ts';
import { commandsFor } from '../../src/web/pages/artifacts/volumes.ts';
import { parseRemembered } from '../../src/web/pages/sign-in/remembered.ts';

const AT = Date.parse('2026-11-25T15:47:12.345Z');
const [en, de] = [quantitiesOf('en'), quantitiesOf('de')];

describe('what people read', () => {
  it('is a date in their zone and language', () => {
    expect(datesOf('en', 'Europe/Berlin').full(AT)).toBe('25 Nov 2026, 16:47');
    expect(datesOf('de', 'UTC').full(AT)).toBe('25. Nov. 2026, 15:47');
    expect(datesOf('en', 'Asia/Tokyo').exact(AT)).toBe(
      '25 Nov 2026, 15:47:12 UTC · 2026-11-25T15:47:12.345Z',
    );
  });

  it('is how long ago, of the last day alone', () => {
    const { near } = datesOf('en', 'UTC');
    expect([
      near(AT, AT + 3 * 60_000),
      near(AT, AT + 5_000),
      near(AT, AT - 7_200_000),
      near(AT, AT + 90_000_000),
    ]).toEqual(['3 min ago', 'now', 'in 2 hr', '']);
  });

  it('is nothing for what is no date', () => {
    expect([momentOf(''), momentOf('2026-11-25T15:47:12.345Z')]).toEqual([null, AT]);
  });

  it.each([
    [0, '0 B', '0 B'],
    [1023, '1,023 B', '1.023 B'],
    [99_414_145, '94.8 MB', '94,8 MB'],
    [1024 ** 3, '1 GB', '1 GB'],
  ])('is %i bytes as a size', (bytes, english, german) => {
    expect([en.size(bytes), de.size(bytes)]).toEqual([english, german]);
  });

  it.each([
    [0, '0 s'],
    [192_000, '3 min 12 s'],
    [3_600_000, '1 h'],
    [90_061_000, '1 d 1 h'],
  ])('is %i ms as a duration', (ms, text) => {
    expect(en.duration(ms)).toBe(text);
  });

  it('is a price to the cent, and of less than one what tells something', () => {
    expect([11.53374, 20, 0, 0.0837, 0.00004].map(en.dollars)).toEqual([
      'US$11.53',
      'US$20.00',
      'US$0.00',
      'US$0.08',
      'US$0.00004',
    ]);
    expect(de.dollars(9214.4)).toBe('9.214,40\u00a0$');
  });

  it('is a name whose end is there', () => {
    expect(cutMiddle('export-4386d02b-4029-4de4-bcd5-ec7e3b262f64.zip.smime', 30)).toMatch(
      /^export-.*….*\.zip\.smime$/,
    );
    expect(cutMiddle('short.zip', 30)).toBe('short.zip');
  });

  it('is what is left of a run at its pace', () => {
    expect(remaining(1_000, 25, 2_000)).toBe(3_000);
    expect([remaining(null, 25, 2_000), remaining(1_000, 0, 2_000)]).toEqual([null, null]);
  });

  it('is a command for exactly these files', () => {
    expect(commandsFor('openssl', ['a.z01.smime', 'a.zip.smime'])).toBe(
      'openssl smime -decrypt -binary -inkey key.pem -in a.z01.smime -out a.z01\n' +
        'openssl smime -decrypt -binary -inkey key.pem -in a.zip.smime -out a.zip',
    );
    expect(commandsFor('udm', ['a.zip.smime'])).toBe('udm decrypt a.zip.smime --key key.pem');
  });

  it('is no name that something else has kept', () => {
    const none = { userName: '', tenant: '' };
    for (const text of [null, '', '{}', '["a"]', '[1,2]', 'x']) expect(parseRemembered(text)).toEqual(none);
    expect(parseRemembered('["anna","demo"]')).toEqual({ userName: 'anna', tenant: 'demo' });
  });
});

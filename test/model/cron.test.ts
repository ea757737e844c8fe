import { CronExpressionParser } from 'cron-parser';
import { fc } from '../support/property.ts';
import { describe, expect, it } from 'vitest';
import { parseCron } from '../../src/model/cron.ts';
import { failureText } from '../../src/labels/failures/words.ts';

describe('a cron expression that is taken', () => {
  it.each([
    ['* * * * *', '* * * * *'],
    ['0 */5 * * *', '0 0,5,10,15,20 * * *'],
    ['0 0 * * * *', '0 * * * *'],
    ['0 0 1 JAN MON-FRI', '0 0 1 1 1,2,3,4,5'],
    ['0 0 * MAR thu', '0 0 * 3 4'],
    [' 5 4 * * 7 ', '5 4 * * 0'],
    ['0 0 ? * FRI-SUN', '0 0 * * 0,5,6'],
    ['0 6 L * *', '0 6 L * *'],
    ['0 6 15,L * *', '0 6 15,L * *'],
    ['0 6 * * FRIL', '0 6 * * 5L'],
    ['0 6 * * mon#2', '0 6 * * 1#2'],
    ['5/20 0 * * *', '5,25,45 0 * * *'],
    ['0 20-23/2 * * *', '0 20,22 * * *'],
  ])('%s is %s', (text, cron) => {
    expect(parseCron(text)).toEqual({ ok: true, value: cron });
  });

  it.each([
    ['0 0 * * 0,7', '0 0 * * 0'],
    ['0 8-18,12 * * *', '0 8,9,10,11,12,13,14,15,16,17,18 * * *'],
    ['0,*/15 * * * *', '0,15,30,45 * * * *'],
    ['0 0 * * MON-FRI,FRI', '0 0 * * 1,2,3,4,5'],
    ['0 0 * JAN,1,1-2 *', '0 0 * 1,2 *'],
    ['0 0 L,L * *', '0 0 L * *'],
  ])('%s overlaps and is %s', (text, cron) => {
    expect(parseCron(text)).toEqual({ ok: true, value: cron });
  });

  it('comes when cron-parser says, wherever that takes it', () => {
    const value = (min: number, max: number) => {
      const one = fc.integer({ min, max });
      const range = fc
        .tuple(one, one, fc.integer({ min: 1, max: 9 }))
        .map(([a, b, step]) => `${Math.min(a, b)}-${Math.max(a, b)}/${step}`);
      const step = fc
        .tuple(fc.constantFrom('*', `${min}`), fc.integer({ min: 1, max: 9 }))
        .map(([a, b]) => `${a}/${b}`);
      return fc
        .array(fc.oneof(one.map(String), range, step, fc.constant('*')), { minLength: 1, maxLength: 3 })
        .map((parts) => parts.join(','));
    };
    const fields = fc.tuple(value(0, 59), value(0, 23), value(1, 31), value(1, 12), value(0, 7));
    fc.assert(
      fc.property(fields, (parts) => {
        const text = parts.join(' ');
        const next = (cron: string) =>
          CronExpressionParser.parse(cron, { currentDate: new Date(0), tz: 'UTC' })
            .take(3)
            .map((start) => start.getTime());
        let theirs: number[];
        try {
          theirs = next(text);
        } catch {
          return;
        }
        const parsed = parseCron(text);
        expect(parsed.ok && next(parsed.value)).toEqual(theirs);
      }),
    );
  });
});

describe('a cron expression that is refused names the field and why', () => {
  it.each([
    ['', 'not-a-cron', /5 fields.*it has 0/],
    ['* * * *', 'not-a-cron', /it has 4/],
    ['@hourly', 'not-a-cron', /it has 1/],
    ['* * * * * * *', 'not-a-cron', /it has 7/],
    ['1 * * * * *', 'cron-seconds', /seconds/],
    ['* * * * * *', 'cron-seconds', /seconds/],
    ['60 * * * *', 'cron-part', /field minute: "60".*0 to 59/],
    ['0 8-24 * * *', 'cron-part', /field hour: "8-24"/],
    ['0 0 0 * *', 'cron-part', /field day-of-month: "0".*1 to 31/],
    ['0 0 * 13 *', 'cron-part', /field month: "13"/],
    ['0 0 * * 8', 'cron-part', /field day-of-week: "8".*0 \(SUN\) to 7 \(SUN\)/],
    ['0 0 * FOO *', 'cron-part', /field month: "FOO".*1 \(JAN\) to 12 \(DEC\)/],
    ['a b c d e', 'cron-part', /field minute: "a"/],
    ['0, * * * *', 'cron-part', /field minute: ""/],
    ['0 0 * * MON#6', 'cron-part', /field day-of-week: "MON#6"/],
    ['0 0 15W * *', 'cron-part', /field day-of-month: "15W"/],
    ['0 */0 * * *', 'cron-step', /field hour: the step of "\*\/0"/],
    ['0 18-8 * * *', 'cron-range', /field hour: "18-8" ends before/],
    ['0 0 31 2 *', 'cron-never', /never comes/],
    ['H * * * *', 'cron-hash', /field minute: H/],
    ['0 h/5 * * *', 'cron-hash', /field hour: H/],
    ['5,H(0-29) * * * *', 'cron-hash', /field minute/],
    ['0 H H * * *', 'cron-hash', /field minute/],
  ])('%s: %s', (text, code, words) => {
    const parsed = parseCron(text);
    if (parsed.ok) throw new Error('it was taken');
    expect(parsed.failure).toMatchObject({ code, field: 'schedulerParam.cron' });
    expect(failureText(parsed.failure)).toMatch(words);
  });

  it('is bounded', () => {
    expect(parseCron(`${'0,'.repeat(600)}0 * * * *`)).toMatchObject({
      ok: false,
      failure: { code: 'too-long' },
    });
  });
});

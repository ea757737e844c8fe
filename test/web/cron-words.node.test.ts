import { describe, expect, it } from 'vitest';
import { DE_EDITOR } from '../../src/labels/pages/de-editor.ts';
import { EN_EDITOR } from '../../src/labels/pages/en-editor.ts';
import { cronWords } from '../../src/web/words/cron-words.ts';
import { GERMAN } from '../../src/web/words/de.ts';
import { ENGLISH } from '../../src/web/words/en.ts';
import { wordsOf } from '../../src/web/words/words.ts';

const en = wordsOf({ ...ENGLISH, texts: { ...ENGLISH.texts, ...EN_EDITOR } });
const de = wordsOf({ ...GERMAN, texts: { ...GERMAN.texts, ...DE_EDITOR } });

describe('a cron expression in words', () => {
  it('tells by whose clocks its times are', () => {
    expect(cronWords('30 3 * * *', en, 'Europe/Berlin')).toBe('At 03:30 Europe/Berlin, every day.');
    expect(cronWords('5 */6 * * *', de, 'Asia/Tokyo')).toBe(
      'Alle 6 Stunden, zur Minute 05 (Asia/Tokyo), jeden Tag.',
    );
  });

  it.each([
    ['30 3 * * MON-FRI', 'At 03:30 UTC, from Monday to Friday.', 'Um 03:30 UTC, von Montag bis Freitag.'],
    ['0 6,18 * * *', 'At 06:00 and 18:00 UTC, every day.', 'Um 06:00 und 18:00 UTC, jeden Tag.'],
    ['*/15 * * * *', 'Every 15 minutes, every day.', 'Alle 15 Minuten, jeden Tag.'],
    [
      '5 */6 * * *',
      'Every 6 hours, at minute 05 (UTC), every day.',
      'Alle 6 Stunden, zur Minute 05 (UTC), jeden Tag.',
    ],
    ['* * * * *', 'Every minute, every day.', 'Jede Minute, jeden Tag.'],
    [
      '0 0 1,15 * *',
      'At 00:00 UTC, on day 1 and 15 of the month.',
      'Um 00:00 UTC, am Tag 1 und 15 des Monats.',
    ],
    ['0 0 L * *', 'At 00:00 UTC, on the last day of the month.', 'Um 00:00 UTC, am letzten Tag des Monats.'],
    [
      '0 0 1 1,7 *',
      'At 00:00 UTC, on day 1 of the month, in January and July.',
      'Um 00:00 UTC, am Tag 1 des Monats, im Januar und Juli.',
    ],
    [
      '0 0 13 * 5',
      'At 00:00 UTC, on day 13 of the month or on Friday.',
      'Um 00:00 UTC, am Tag 13 des Monats oder am Freitag.',
    ],
    ['0 8 * * SUN,SAT', 'At 08:00 UTC, on Saturday and Sunday.', 'Um 08:00 UTC, am Samstag und Sonntag.'],
    [
      '0 8 * * FRIL',
      'At 08:00 UTC, on the last Friday of the month.',
      'Um 08:00 UTC, am letzten Freitag des Monats.',
    ],
    [
      '0,30 9-17 * * 1-5',
      'At minute 0 and 30 of the hours 9, 10, 11, 12, 13, 14, 15, 16 and 17 (UTC), from Monday to Friday.',
      'Zur Minute 0 und 30 der Stunden 9, 10, 11, 12, 13, 14, 15, 16 und 17 (UTC), von Montag bis Freitag.',
    ],
  ])('%s', (cron, english, german) => {
    expect(cronWords(cron, en)).toBe(english);
    expect(cronWords(cron, de)).toBe(german);
  });

  it('is nothing where it makes no sense, or says more than these words', () => {
    for (const cron of ['', '61 * * * *', '0 0 31 2 *', '0 0 * * MON#2'])
      expect(cronWords(cron, en)).toBe(null);
  });
});

import { describe, expect, it } from 'vitest';
import { duration, pace } from '../../../scripts/cli/pace.ts';
import { candidates } from '../../../scripts/udm/commands/completion.ts';
import { baseUrl } from '../../../scripts/udm/connection.ts';
import { bodyOf, newJob, withFields, type ShownJob } from '../../../scripts/udm/job-fields.ts';
import { udmProgram } from '../../../scripts/udm/program.ts';
import { inSetOrder } from '../../../scripts/udm/run-export.ts';
import { firstLines, table } from '../../../scripts/udm/shown.ts';

describe('the address of a service', () => {
  it.each([
    ['https://udm.example.com', 'https://udm.example.com'],
    ['https://udm.example.com/', 'https://udm.example.com'],
    ['https://udm.example.com/udm/v10', 'https://udm.example.com'],
    ['https://udm.example.com/udm/v10/export/jobs?size=1', 'https://udm.example.com'],
    ['https://example.com/exports/udm/docs', 'https://example.com/exports'],
    ['https://example.com/auth/v3/oauth/token', 'https://example.com'],
    ['udm.example.com', 'https://udm.example.com'],
    ['127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ])('%s is %s', (text, url) => expect(baseUrl(text)).toBe(url));
  it.each(['ftp://example.com', 'http://', 'a b'])('%s is none', (text) =>
    expect(() => baseUrl(text)).toThrow('is no http(s) address'),
  );
});

describe('completion', () => {
  const complete = (line: string) => candidates(udmProgram(), line.split(' ').slice(1));
  it('knows commands, their commands, options and values', () => {
    expect(complete('udm jo')).toEqual(['jobs']);
    expect(complete('udm jobs c')).toEqual(['create', 'clone', 'cancel']);
    expect(complete('udm jobs create --sp')).toEqual(['--split-size']);
    expect(complete('udm jobs create --runs ')).toContain('weekly');
    expect(complete('udm completion ')).toEqual(['bash', 'zsh', 'fish']);
    expect(complete('udm decrypt ')).toEqual([]);
    expect(complete('udm destination ')).toEqual(['show', 'set', 'test', 'remove', 'deliver']);
    expect(complete('udm ')).not.toContain('__complete');
  });
});

describe('the fields of a job', () => {
  const shown = {
    ...newJob({ title: 'T', from: '2025-01-01', to: '2025-02-01', runs: 'daily' }),
    exportType: 'UCS',
  } as unknown as ShownJob; // of a job's view, what a body is made of
  it('keep what is not given', () => {
    const own = bodyOf(shown);
    expect(withFields(own, {})).toEqual(own);
    expect(withFields(own, { to: '2025-03-01' }).timeFrame).toEqual({
      dateFrom: '2025-01-01',
      dateTo: '2025-03-01',
    });
    expect(withFields(own, { last: 'P1D' }).timeFrame).toEqual({ last: 'P1D' });
    expect(withFields(own, { all: true }).timeFrame).toEqual({ all: true });
  });
  it('keep a destination where a job goes back to itself', () => {
    const destination = {
      endpoint: 'https://s3.example',
      bucket: 'b-1',
      region: 'r',
      prefix: '',
      accessKeyId: 'k',
    };
    expect(withFields(bodyOf({ ...shown, destination }), { title: 'U' }).destination).toEqual(destination);
  });
  it('put one rhythm in the place of another', () => {
    expect(withFields(bodyOf(shown), { cron: '0 3 * * *' }).schedulerParam).toEqual({ cron: '0 3 * * *' });
  });
});

describe('what is shown', () => {
  it('tells speed and time left once they are settled', () => {
    const of = pace(10 * 1024 * 1024);
    expect(of.note(0, 0)).toBe('of 10.0 MiB');
    expect(of.note(1024 * 1024, 500)).toBe('of 10.0 MiB');
    expect(of.note(2 * 1024 * 1024, 2_000)).toBe('of 10.0 MiB, 1.0 MiB/s, 8 s left');
    expect([1, 99, 600, 12_000].map(duration)).toEqual(['1 s', '99 s', '10 min', '3 h 20 min']);
  });
  it('cuts one column of a table, and no control character reaches the terminal', () => {
    const rows = [['1', 'A title that is long\u001b[2J', 'x']];
    const text = table(['ID', 'TITLE', 'END'], rows, { elastic: 1, columns: 20 });
    expect(text.split('\n')[0]).toBe('ID  TITLE        END');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(20);
    expect(text).not.toContain('\u001b');
    expect(table(['ID', 'TITLE'], [['1', 'long enough']], { elastic: 1, columns: null })).toContain(
      'long enough',
    );
  });
  it('says how many more there are', () => {
    expect(firstLines(['a', 'b', 'c'], 2)).toEqual(['a', 'b', 'and 1 more']);
    expect(firstLines(['a', 'b'], 2, 900)).toEqual(['a', 'b', 'and 898 more']);
    expect(firstLines(['a'], 2)).toEqual(['a']);
  });
  it('has the volumes of a set in their order', () => {
    const names = ['e.zip.smime', 'e.z100.smime', 'e.z02.smime', 'e.z01.smime'];
    const files = names.map((name) => ({ name, historyId: 1 }));
    expect(inSetOrder(files).map(({ name }) => name)).toEqual(
      [...names].toReversed().slice(0, 3).concat('e.zip.smime'),
    );
  });
});

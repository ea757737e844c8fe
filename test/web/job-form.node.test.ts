import { sentDestination } from '../../src/web/pages/job/destination-form.ts';
import { describe, expect, it } from 'vitest';
import {
  fieldOf,
  formFault,
  formOf,
  jobOf,
  NEW_JOB,
  type JobForm,
} from '../../src/web/pages/job/job-form.ts';
import { formFaults } from '../../src/web/pages/job/form-faults.ts';
import { startsOf } from '../../src/web/pages/job/next-starts.ts';
import { refusedOf } from '../../src/web/pages/jobs/job-rules.ts';
import { kindOfName, piecesAtLines } from '../../src/web/pages/import/line-cuts.ts';

const NOW = Date.parse('2026-11-25T15:47:00Z');
const form = (change: Partial<JobForm>): JobForm => ({ ...NEW_JOB, title: 'Nightly', ...change });
const fault = (change: Partial<JobForm>) => formFault(form(change), [], NOW);

describe('the job editor', () => {
  it('needs a title only', () => {
    expect(fault({})).toBeNull();
    expect(fault({ title: ' ' })).toMatchObject({ code: 'title-length' });
    expect(jobOf(form({}))).toMatchObject({
      source: 'UCS',
      type: 'UCS',
      timeFrame: { all: true },
      schedulerParam: { runs: 'once', immediately: true },
      jobParams: { type: 'Interaction', media: ['all'], exportAttachments: true },
    });
  });

  it.each<[Partial<JobForm>, string, keyof JobForm]>([
    [{ run: 'later' }, 'one-time-start', 'startDate'],
    [{ run: 'later', startDate: '2020-01-01T00:00' }, 'start-date-past', 'startDate'],
    [{ run: 'cron', cron: '61 * * * *' }, 'cron-part', 'cron'],
    [{ frame: 'fixed' }, 'time-frame-forms', 'from'],
    [{ frame: 'fixed', from: '2026-02-01T00:00', to: '2026-01-01T00:00' }, 'time-frame-order', 'from'],
    [{ frame: 'last', run: 'daily', lastDays: 'x' }, 'not-a-duration', 'lastDays'],
    [{ splitSize: '1KB' }, 'size-out-of-range', 'splitSize'],
    [{ type: 'Person' }, 'contact-missing', 'contactId'],
    [{ type: 'Person', contactId: 'x'.repeat(256) }, 'name-length', 'contactId'],
    [{ type: 'Person', contactId: 'C-1', frame: 'changes' }, 'person-of-data-sync', 'frame'],
  ])('refuses %j by the rules of the service, at its field', (change, code, field) => {
    const found = fault(change);
    expect(found).toMatchObject({ code });
    expect(found !== null && found !== 'no-media' && fieldOf(found.field)).toBe(field);
  });

  it('asks for a person by a contact, and for nobody where the type is another one', () => {
    const person = form({ type: 'Person', contactId: 'C-1' });
    expect(formFault(person, [], NOW)).toBeNull();
    const { jobParams } = jobOf(person);
    expect(jobParams).toMatchObject({ type: 'Person', contactId: 'C-1', media: ['all'] });
    const again = formOf({ title: 'x', exportType: 'UCS', timeFrame: { all: true }, jobParams });
    expect(again).toMatchObject({ type: 'Person', contactId: 'C-1' });
    expect(jobOf({ ...again, type: 'Contact' }).jobParams).not.toHaveProperty('contactId');
  });

  it('finds everything that is wrong at once, each at its field', () => {
    const wrong: Partial<JobForm> = {
      title: '',
      type: 'Person',
      allMedia: false,
      frame: 'fixed',
      from: '2026-02-01T00:00',
      to: '2026-01-01T00:00',
      splitSize: '1XB',
      run: 'cron',
      cron: '61 * * * *',
    };
    const fields = formFaults(form(wrong), [], NOW).map(({ field }) => field);
    expect(fields.sort()).toEqual(['contactId', 'cron', 'from', 'media', 'splitSize', 'title']);
    expect(formFaults(form({}), [], NOW)).toEqual([]);
  });

  it('takes the start by the clocks of its zone, and shows it so again', () => {
    const zoned = form({ run: 'daily', zone: 'Europe/Berlin', startDate: '2026-07-01T03:30' });
    const job = jobOf(zoned);
    expect(job.schedulerParam).toEqual({
      runs: 'daily',
      startDate: '2026-07-01T01:30:00.000Z',
      timeZone: 'Europe/Berlin',
    });
    expect(formOf({ ...job, exportType: 'UCS', timeFrame: { all: true } })).toMatchObject({
      zone: 'Europe/Berlin',
      startDate: '2026-07-01T03:30',
    });
    expect(startsOf(zoned, NOW).map((at) => new Date(at).toISOString())[0]).toBe('2026-11-26T02:30:00.000Z');
    const none = fault({ run: 'daily', zone: 'Europe/Berln' });
    expect(none).toMatchObject({ code: 'unknown-time-zone', data: { nearest: 'Europe/Berlin' } });
    expect(fieldOf('schedulerParam.timeZone')).toBe('zone');
    expect(jobOf(form({ zone: 'Europe/Berlin' })).schedulerParam).toEqual({
      runs: 'once',
      immediately: true,
    });
  });

  it('asks for one media type at least', () => {
    expect(fault({ allMedia: false })).toBe('no-media');
    expect(fault({ allMedia: false, media: ['email'] })).toBeNull();
  });

  it.each<Partial<JobForm>>([
    {},
    { run: 'hourly', everyHours: '4' },
    { run: 'weekly', startDate: '2026-12-01T03:30' },
    { run: 'cron', cron: '30 3 * * *', frame: 'changes' },
    { run: 'monthly', frame: 'last', lastDays: '30' },
    {
      run: 'later',
      startDate: '2026-12-01T03:30',
      frame: 'fixed',
      from: '2026-01-01T00:00',
      to: '2026-02-01T00:00',
    },
    { type: 'Contact', splitSize: '100MB', description: 'x' },
    { allMedia: false, media: ['email', 'chat'], attachments: false },
  ])('shows a job as it was made: %j', (change) => {
    const made = form(change);
    const job = jobOf(made);
    expect(jobOf(formOf({ ...job, exportType: job.type }))).toEqual(job);
  });

  it('shows a destination without its secret, and sends one where it was typed', () => {
    const destination = {
      endpoint: 'https://s3.eu-central-1.amazonaws.com',
      bucket: 'acme-exports',
      region: 'eu-central-1',
      prefix: '{run}/',
      accessKeyId: 'AKIDACME',
    };
    const job = jobOf(form({}));
    const shown = formOf({ ...job, exportType: job.type, destination });
    expect([shown.delivers, shown.secret]).toEqual([true, '']);
    expect(sentDestination(shown)).toEqual(destination);
    const typed = { ...shown, bucket: ' acme-other ', region: '', secret: 'typed' };
    const { region: _, ...placed } = destination;
    expect(sentDestination(typed)).toEqual({ ...placed, bucket: 'acme-other', secretAccessKey: 'typed' });
    expect(sentDestination({ ...typed, delivers: false })).toBeNull();
  });

  it('shows the next five starts', () => {
    const starts = startsOf(form({ run: 'hourly', everyHours: '4' }), NOW).map((at) =>
      new Date(at).toISOString(),
    );
    expect(starts.map((text) => text.slice(11, 16))).toEqual(['16:00', '20:00', '00:00', '04:00', '08:00']);
    expect(startsOf(form({}), NOW)).toEqual([]);
  });
});

describe('what can be done with a job', () => {
  it.each([
    ['once', '2026-11-25T00:00:00.000Z', 'Finished', 'edit', 'one-time'],
    ['once', '2026-11-25T00:00:00.000Z', 'Finished', 'resume', 'spent'],
    ['daily', '', 'Scheduled', 'cancel', 'not-running'],
    ['daily', '2026-11-25T00:00:00.000Z', 'In Progress', 'delete', 'in-progress'],
    ['daily', '', 'Scheduled', 'edit', null],
  ] as const)(
    'is refused of a %s job (%s, %s): %s',
    (scheduleType, latestStartedAt, status, event, refusal) => {
      expect(refusedOf({ scheduleType, suspended: false, latestStartedAt, status }, event)).toBe(refusal);
    },
  );
});

describe('a file to import', () => {
  it('is cut at line ends, and nothing is lost', async () => {
    const text = Array.from({ length: 500 }, (_, index) => `{"ID":"${'x'.repeat(index % 40)}"}`).join('\n');
    const bytes = new TextEncoder().encode(text);
    async function* chunks() {
      for (let at = 0; at < bytes.length; at += 97) yield bytes.slice(at, at + 97);
    }
    const pieces: string[] = [];
    for await (const piece of piecesAtLines(chunks(), 1_000)) pieces.push(await piece.text());
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.join('')).toBe(text);
    for (const piece of pieces.slice(0, -1)) expect(piece.endsWith('\n')).toBe(true);
  });

  it('is known by its name', () => {
    expect(
      ['contacts.jsonl.gz', 'Contact-Attributes.jsonl', 'my-interactions.json', 'other.json'].map(kindOfName),
    ).toEqual(['contacts', 'contact-attributes', 'interactions', null]);
  });
});

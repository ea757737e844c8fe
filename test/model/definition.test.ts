import { describe, expect, it } from 'vitest';
import { parseDefinition } from '../../src/model/definition.ts';
import type { JobRequest } from '../../src/model/api/job-request.ts';

const request: JobRequest = {
  source: 'UCS',
  type: 'UCS',
  title: '  All of it ',
  timeFrame: { all: true },
  schedulerParam: { immediately: true },
  jobParams: { type: 'Interaction', media: [] },
  suspended: false,
};
const NOW = Date.UTC(2026, 0, 1);
const parse = (change: Partial<JobRequest>) =>
  parseDefinition({ ...request, ...change }, { ownMedia: ['carrierpigeon'], now: NOW });
const recurring = { runs: 'daily' };

describe('what is a job', () => {
  it('takes the least request, trims its title and fills in what was left out', () => {
    expect(parse({})).toMatchObject({
      ok: true,
      value: {
        title: 'All of it',
        description: '',
        media: null,
        attachments: true,
        extent: { window: { from: null, to: null } },
      },
    });
  });

  it('takes the label of the source for it', () => {
    const parsed = parse({ source: 'Contact History' });
    expect(parsed).toMatchObject({ ok: true, value: { request: { source: 'UCS' } } });
  });

  it.each([
    [{ media: ['all'] }, null],
    [{ media: ['ALL'] }, null],
    [{ media: ['Email', 'email', 'CHAT'] }, ['email', 'chat']],
    [{ media: ['CarrierPigeon'] }, ['carrierpigeon']],
  ])('takes the media of %j', (params, media) => {
    const parsed = parse({ jobParams: { ...request.jobParams, ...params } });
    expect(parsed).toMatchObject({ ok: true, value: { media } });
  });

  it.each([
    [{ dateFrom: '2020-01-01' }, Date.UTC(2020, 0, 1), null],
    [{ dateTo: '2020-01-01 10:00:00' }, null, Date.UTC(2020, 0, 1, 10)],
    [
      { dateFrom: '2020-01-01T00:00:00.001+01:00', dateTo: '2020-02-29T00:00:00Z' },
      Date.UTC(2019, 11, 31, 23, 0, 0, 1),
      Date.UTC(2020, 1, 29),
    ],
    [{ all: false, dateFrom: '2020-01-01' }, Date.UTC(2020, 0, 1), null],
  ])('takes the window of %j', (timeFrame, from, to) => {
    expect(parse({ timeFrame })).toMatchObject({ ok: true, value: { extent: { window: { from, to } } } });
  });
});

describe('what is refused, with the field named', () => {
  const params = request.jobParams;
  it.each<[Partial<JobRequest>, string]>([
    [{ title: '   ' }, 'title'],
    [{ title: 'x'.repeat(256) }, 'title'],
    [{ description: 'x'.repeat(4_001) }, 'description'],
    [{ source: 'InfoMart' }, 'source'],
    [{ source: 'ucs' }, 'source'],
    [{ type: 'DataSync', timeFrame: { dateFrom: '2020-01-01' } }, 'timeFrame'],
    [{ type: 'Interaction' }, 'type'],
    [{ jobParams: { ...params, type: 'interaction' } }, 'jobParams.type'],
    [{ jobParams: { ...params, media: ['pigeon'] } }, 'jobParams.media'],
    [{ jobParams: { ...params, media: ['all', 'chat'] } }, 'jobParams.media'],
    [{ jobParams: { ...params, media: ['__proto__'] } }, 'jobParams.media'],
    [{ jobParams: { ...params, fileSplitSize: '1TB' } }, 'jobParams.fileSplitSize'],
    [{ jobParams: { ...params, fileSplitSize: '63KB' } }, 'jobParams.fileSplitSize'],
    [{ jobParams: { ...params, fileSplitSize: '513MB' } }, 'jobParams.fileSplitSize'],
    [{ jobParams: { ...params, fileSplitSize: '-1MB' } }, 'jobParams.fileSplitSize'],
    [{ schedulerParam: recurring, timeFrame: { last: '1D' } }, 'timeFrame.last'],
    [{ schedulerParam: recurring, timeFrame: { last: 'PT0S' } }, 'timeFrame.last'],
    [{ timeFrame: {} }, 'timeFrame'],
    [{ timeFrame: { all: false } }, 'timeFrame'],
    [{ timeFrame: { all: true, dateFrom: '2020-01-01' } }, 'timeFrame'],
    [{ timeFrame: { last: 'P1D' } }, 'timeFrame.last'],
    [{ timeFrame: { dateFrom: 'yesterday' } }, 'timeFrame.dateFrom'],
    [{ timeFrame: { dateTo: '2020-02-30' } }, 'timeFrame.dateTo'],
    [{ timeFrame: { dateFrom: '2020-01-01', dateTo: '2020-01-01' } }, 'timeFrame.dateFrom'],
    [{ schedulerParam: {} }, 'schedulerParam'],
    [{ schedulerParam: { immediately: false } }, 'schedulerParam'],
    [{ schedulerParam: { immediately: true, startDate: '2030-01-01' } }, 'schedulerParam'],
    [{ schedulerParam: { startDate: '2025-12-31' } }, 'schedulerParam.startDate'],
    [{ schedulerParam: { startDate: 'soon' } }, 'schedulerParam.startDate'],
    [{ schedulerParam: { runs: 'hourly', startDate: '9999-12-31T23:59:59Z' } }, 'schedulerParam.startDate'],
    [{ schedulerParam: { runs: 'yearly' } }, 'schedulerParam.runs'],
    [{ schedulerParam: { runs: 'cron' } }, 'schedulerParam.cron'],
    [{ schedulerParam: { runs: 'once', cron: '* * * * *' } }, 'schedulerParam.cron'],
    [{ schedulerParam: { cron: '@daily' } }, 'schedulerParam.cron'],
    [{ schedulerParam: { cron: '5 * * * * *' } }, 'schedulerParam.cron'],
    [{ schedulerParam: { cron: '0 0 30 2 *' } }, 'schedulerParam.cron'],
    [{ schedulerParam: { cron: '61 * * * *' } }, 'schedulerParam.cron'],
    [{ suspended: true }, 'suspended'],
  ])('%j', (change, field) => {
    expect(parse(change)).toMatchObject({ ok: false, failure: { field } });
  });
});

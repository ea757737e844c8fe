import { beforeAll, describe, expect, it } from 'vitest';
import { callerOf, makeApp, newCenter, START } from '../harness.ts';
import { DAY, fill, list as listOf, projection } from './sample-lists.ts';

const { app, clock } = makeApp();
const main = newCenter();
const neighbour = newCenter();
const list = (path: string, ccid = main) => listOf(app, ccid, path);
beforeAll(() => fill(main, neighbour));

describe('filters', () => {
  it.each([
    ['export/jobs?title=APPLE', 10],
    ['export/jobs?title=stra%C3%9Fe', 5],
    ['export/jobs?title=i%CC%87stanbul', 5],
    ['export/jobs?title=full', 5],
    ['export/jobs?title=%CE%BF%CE%B4%CE%BF%CF%83', 5],
    ['export/jobs?title=%25', 5],
    ['export/jobs?title=_done_', 5],
    ['export/jobs?title=%22QUOTED%22', 5],
    ['export/jobs?title=it%27s', 5],
    [`export/jobs?title=${'x'.repeat(1000)}`, 0],
    ['export/jobs?type=contact', 13],
    ['export/jobs?type=nothing', 0],
    ['export/jobs?source=contact%20hist', 40],
    ['export/jobs?source=infomart', 0],
    ['export/jobs?scheduleType=DAI', 20],
    ['export/jobs?suspend=true', 8],
    ['export/jobs?suspend=false', 32],
    ['export/jobs?suspend=True', 8],
    ['export/jobs?suspend=FALSE&bgUpdate=True', 32],
    ['export/history?status=in%20progress', 10],
    ['export/history?status=in_progress', 10],
    ['export/history?status=i', 30],
    ['export/history?jobId=70', 1],
    ['export/history?jobId=10010', 0],
    ['export/history?fileName=ZIP', 10],
    ['export/history?title=apple&type=interaction', 7],
    ['file-metadatas?historyId=41', 2],
    ['file-metadatas?jobId=40', 2],
    ['file-metadatas?name=Z01', 9],
    ['file-metadatas?jobTitle=100', 10],
    [`file-metadatas?startDate=${encodeURIComponent(new Date(START - DAY).toISOString())}`, 8],
    [`file-metadatas?endDate=${encodeURIComponent(new Date(START - DAY).toISOString())}`, 10],
  ])('%s matches %i', async (path, count) => {
    expect((await list(path)).count).toBe(count);
  });

  it.each([
    'export/history?jobId=0',
    'export/history?jobId=x',
    'export/jobs?suspend=maybe',
    'file-metadatas?historyId=-1',
    'file-metadatas?startDate=2026-02-30',
    'file-metadatas?endDate=yesterday',
  ])('refuses %s', async (path) => {
    expect((await (await callerOf(app, main))(`/udm/v10/${path}`)).status).toBe(400);
  });
});

describe('single items', () => {
  it('are answered as stored, to their contact center alone', async () => {
    const call = await callerOf(app, main);
    const { job, runs } = projection(main, 4);
    expect(await (await call('/udm/v10/export/jobs/40')).json()).toEqual(job);
    expect(await (await call('/udm/v10/export/history/41')).json()).toEqual({
      ...runs[0]?.view,
      events: [expect.objectContaining({ what: 'submitted' })],
    });
    const stranger = await callerOf(app, neighbour);
    expect((await stranger('/udm/v10/export/jobs/40')).status).toBe(404);
    expect((await stranger('/udm/v10/export/history/41')).status).toBe(404);
  });
});

describe('file-metadatas', () => {
  it('shows a file with the days that remain, floored', async () => {
    const [item] = (await list('file-metadatas?historyId=41&orderField=name&descAsc=true')).items;
    expect(item).toEqual({
      name: 'export-4.zip.smime',
      jobTitle: '100 % _done_',
      type: 'Interaction',
      source: 'UCS',
      size: 1000,
      uploadDate: new Date(START - 4 * DAY).toISOString(),
      expiryDate: new Date(START + 26 * DAY + 1).toISOString(),
      remainingDays: 26,
      historyId: 41,
      jobId: 40,
      volume: 2,
      sha256: 'ab'.repeat(32),
      certificates: [],
    });
  });

  it('leaves out what has expired', async () => {
    clock.now = START + 26 * DAY + 1;
    expect((await list('file-metadatas?historyId=41')).count).toBe(0);
    clock.now -= 1;
    expect((await list('file-metadatas?historyId=41')).count).toBe(2);
    clock.now = START;
    expect((await list('file-metadatas?historyId=81')).count).toBe(0);
  });
});

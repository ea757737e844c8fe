import { describe, expect, it } from 'vitest';
import type { Definition } from '../../src/model/definition.ts';
import type { Destination } from '../../src/model/destination.ts';
import { newRun } from '../../src/model/run.ts';
import { makeCertificate } from '../http/make-certificate.ts';
import * as stored from '../../src/model/stored.ts';

const NOW = 1_700_000_000_000;
const definition: Definition = {
  title: 'All',
  description: '',
  type: 'Interaction',
  contactId: null,
  exportType: 'UCS',
  schedule: { type: 'daily', cron: null, startDate: null, immediately: false },
  extent: { last: { months: 0, milliseconds: 86_400_000 } },
  media: ['chat'],
  attachments: true,
  filters: [],
  splitBytes: 65_536,
  suspended: false,
  request: {
    source: 'UCS',
    type: 'UCS',
    title: 'All',
    timeFrame: { last: 'P1D' },
    schedulerParam: { runs: 'daily' },
    jobParams: { type: 'Interaction', media: ['chat'] },
    suspended: false,
  },
};
const job = {
  id: 1,
  ccid: 'c',
  definition,
  createdAt: NOW,
  suspended: false,
  spent: false,
  deleted: false,
  nextStartsAt: null,
  nonce: '',
  watermark: 3,
  createdBy: 'ada',
  listsDeleted: false,
};
const DESTINATION: Destination = {
  id: 'd-1',
  endpoint: 'https://s3.example',
  bucket: 'exports',
  region: 'eu-1',
  prefix: '{job}/',
  accessKeyId: 'key',
  secret: 'k.n.s',
};
const run = newRun({ id: 7, definition, watermark: 3, scheduledAt: NOW, now: NOW });

describe('what is written', () => {
  it('is read as it was', () => {
    const whole = { ...job, startedUntil: NOW + 1, destination: DESTINATION, listsDeleted: true };
    expect(stored.readJob(stored.writeJob(whole))).toEqual(whole);
    expect(stored.readDefinition(stored.writeDefinition(definition))).toEqual(definition);
    const troubled = { ...run.claim, waitingSince: NOW, struck: { code: 'shape', records: 7, times: 2 } };
    expect(stored.readClaim(stored.writeClaim(troubled))).toEqual(troubled);
    const texts = { run: stored.writeRun(run), definition, claim: stored.writeClaim(run.claim) };
    expect(stored.readRun(texts)).toEqual(run);
  });

  it('says neither the definition nor the claim again', () => {
    expect(stored.writeRun(run)).not.toContain('"title"');
    expect(stored.writeRun(run)).not.toContain('"seq"');
  });
});

describe('what the first format left', () => {
  it('is a job that goes by the clock where it knew of no starts made', () => {
    expect(stored.readJob(JSON.stringify(job))).toEqual({
      ...job,
      startedUntil: NOW,
      watermark: 0,
      destination: null,
    });
    expect(stored.readJob(JSON.stringify({ ...job, startedUntil: NOW + 5 })).startedUntil).toBe(NOW + 5);
  });

  it('is a claim that knew neither since when it waits nor for what', () => {
    const { waitingSince: _, struck: __, ...earlier } = run.claim;
    const kept = JSON.stringify({ format: 1, ...earlier, stumbles: 5 });
    expect(stored.readClaim(kept)).toEqual({ ...run.claim, stumbles: 5 });
  });

  it('is a run with its claim among its own fields', () => {
    const { waitingSince: __, struck: ___, ...claim } = run.claim;
    const { position, outcome, window, definition: _, ...rest } = run;
    const { watermark, ...ends } = window;
    const flat = { ...rest, ...position, ...outcome, ...claim, window: ends, watermark, seq: 4, held: true };
    expect(stored.readRun({ run: JSON.stringify(flat), definition, claim: null })).toEqual({
      ...run,
      window: { ...run.window, watermark: 0 },
      claim: { ...run.claim, seq: 4, held: true },
    });
  });

  it('is a plan that did not say when its certificate ends: the certificate does', async () => {
    const der = await makeCertificate({ notAfter: NOW + 86_400_000 });
    const plan = (bytes: Uint8Array) => ({
      format: 1,
      uuid: '4f1c4f0e-6a55-4f0b-9d4e-0c6a3a1c2b7d',
      createdAt: NOW,
      volumeBytes: 1,
      certificate: { der: btoa(String.fromCharCode(...bytes)), subject: 'CN=x', fingerprint: 'f' },
      parts: [],
      changes: null,
    });
    const endOf = (bytes: Uint8Array) => {
      const kept = JSON.stringify({ ...JSON.parse(stored.writeRun(run)), plan: plan(bytes) });
      return stored.readRun({ run: kept, definition, claim: stored.writeClaim(run.claim) }).plan?.certificate
        .notAfter;
    };
    expect(endOf(der)).toBe(NOW + 86_400_000);
    expect(endOf(Uint8Array.of(0x30, 0))).toBeNull();
  });

  it('is a job and a run that nobody is known to have made', () => {
    const { createdBy: _, ...job1 } = { ...job, startedUntil: NOW };
    expect(stored.readJob(JSON.stringify({ format: 2, ...job1 })).createdBy).toBe('');
    const { createdBy: __, ...run1 } = JSON.parse(stored.writeRun(run)) as Record<string, unknown>;
    const texts = { run: JSON.stringify(run1), definition, claim: stored.writeClaim(run.claim) };
    expect(stored.readRun(texts).createdBy).toBe('');
  });
});

describe('what was stored before records were packed', () => {
  const texts = { definition, claim: stored.writeClaim(run.claim) };

  it('goes on from no change number of D1: the next run begins with all that there is', () => {
    const old = JSON.stringify({ ...job, format: 2, startedUntil: NOW });
    expect(stored.readJob(old)).toEqual({ ...job, startedUntil: NOW, watermark: 0, destination: null });
    const kept = JSON.stringify({ ...JSON.parse(stored.writeRun(run)), format: 2 });
    expect(stored.readRun({ run: kept, ...texts }).window).toEqual({ ...run.window, watermark: 0 });
  });
});

describe('a run from before it kept what its archive holds', () => {
  it('is one that holds nothing that is known', () => {
    const kept = JSON.parse(stored.writeRun(run)) as { position: Record<string, unknown> };
    const { entries: _, ...position } = kept.position;
    const texts = { definition, claim: stored.writeClaim(run.claim) };
    const earlier = stored.readRun({ run: JSON.stringify({ ...kept, position }), ...texts });
    expect(earlier.position.entries).toEqual([]);
    const held = [{ records: 2, bytes: 40 }];
    const later = stored.writeRun({ ...run, position: { ...run.position, entries: held } });
    expect(stored.readRun({ run: later, ...texts }).position.entries).toEqual(held);
  });
});

describe('what no format is', () => {
  it.each([
    ['not JSON', 'secret text'],
    ['a later format', '{"format":4,"title":"secret text"}'],
    ['a field of another type', JSON.stringify({ ...job, watermark: 'secret text' })],
  ])('throws in words that tell nothing of it: %s', (_, text) => {
    expect(() => stored.readJob(text)).toThrow(/^the stored job cannot be read: [\w(), .]+$/);
    expect(() => stored.readJob(text)).not.toThrow(/secret/);
  });

  it('is a run without a claim', () => {
    const texts = { run: stored.writeRun(run), definition, claim: null };
    expect(() => stored.readRun(texts)).toThrow('the stored run has no claim');
  });
});

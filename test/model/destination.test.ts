import { expect, it } from 'vitest';
import { filledPrefix, parsePlace, regionOf } from '../../src/model/destination.ts';

const at = Date.UTC(2026, 10, 26, 23, 59);

it.each([
  ['s3.eu-central-1.amazonaws.com', 'eu-central-1'],
  ['s3.dualstack.eu-west-1.amazonaws.com', 'eu-west-1'],
  ['s3-us-west-2.amazonaws.com', 'us-west-2'],
  ['s3.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
  ['s3.amazonaws.com', 'us-east-1'],
  ['s3.eu-central-2.wasabisys.com', 'eu-central-2'],
  ['abc.r2.cloudflarestorage.com', 'auto'],
  ['abc.eu.r2.cloudflarestorage.com', 'auto'],
  ['s3.minio.acme.example', 'us-east-1'],
])('the region of %s is %s', (hostname, region) => expect(regionOf(hostname)).toBe(region));

it('a prefix is filled in, and ends in a slash, whatever a contact center is called', () => {
  const placed = parsePlace(
    { bucket: 'abc', accessKeyId: 'k', prefix: 'year={date}/{job}-{run}' },
    { hostname: 'x' },
  );
  const prefix = placed.ok ? placed.value.prefix : '';
  expect(prefix).toBe('year={date}/{job}-{run}/');
  const facts = { ccid: 'a/../b c', job: 17, run: 18, at };
  expect(filledPrefix(prefix, facts)).toBe('year=2026-11-26/17-18/');
  expect(filledPrefix('{ccid}/', facts)).toBe('a____b_c/');
  expect(filledPrefix('', facts)).toBe('');
});

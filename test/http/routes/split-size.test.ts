import { expect, it } from 'vitest';
import { JobBody, requestOf } from '../../../src/http/openapi/schemas.ts';

const BODY = {
  source: 'UCS',
  type: 'UCS',
  title: 'All',
  timeFrame: { all: true },
  schedulerParam: { immediately: true },
  suspended: false,
};

it.each([
  [undefined, undefined, undefined],
  ['1 MB', undefined, '1 MB'],
  [undefined, '2 MB', '2 MB'],
  ['1 MB', '2 MB', '1 MB'],
  ['', '2 MB', '2 MB'],
])('a split size of %s inside and %s outside of jobParams is %s', (inner, outer, expected) => {
  const jobParams = { type: 'Contact', media: [], fileSplitSize: inner };
  const request = requestOf(JobBody.parse({ ...BODY, jobParams, fileSplitSize: outer }));
  expect(request.jobParams.fileSplitSize).toBe(expected);
  expect(request).not.toHaveProperty('fileSplitSize');
});

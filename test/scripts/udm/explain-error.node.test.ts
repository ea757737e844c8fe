import { expect, it } from 'vitest';
import { explainError } from '../../../scripts/udm/explain-error.ts';
import { RefusedRequest } from '../../../src/client/requests.ts';
import { failureText } from '../../../src/labels/failures/words.ts';
import { fail } from '../../../src/model/failures.ts';

it.each([
  [fail('not-a-date', 'timeFrame.dateFrom'), /^--from must be a date/],
  [fail('time-frame-order', 'timeFrame'), /^--from must be before --to/],
  [fail('not-a-size', 'jobParams.fileSplitSize'), /^--split-size is a number/],
  [
    fail('unknown-time-zone', 'schedulerParam.timeZone', { nearest: 'Europe/Berlin' }),
    /^--time-zone must be the name of a time zone/,
  ],
  [fail('one-time-start', 'schedulerParam'), /--now, or a --start-date/],
  [fail('missing', 'displayName'), /^displayName is missing/],
])('names what is wrong by the options of the command line: %j', ({ failure }, shown) => {
  const said = failureText(failure);
  expect(explainError(new RefusedRequest(400, '', { said }))).toMatch(shown);
});

import { expect, it } from 'vitest';
import { nearestName } from '../../src/model/nearest-name.ts';

it.each([
  ['jobID', ['title', 'jobId', 'jobIDs'], 'jobId'],
  ['jobIDS', ['jobId', 'jobIDs'], 'jobIDs'],
  ['exportAttachment', ['title', 'jobParams.exportAttachments'], 'jobParams.exportAttachments'],
  ['a.media', ['b.media', 'c.media'], 'b.media'],
  ['timeFrame.form', ['timeFrame.to', 'format', 'timeFrame.from'], 'timeFrame.from'],
  ['', ['title'], 'title'],
  ['x'.repeat(100_000), ['title', 'a'], 'title'],
  ['anything', [], null],
])('%s of %j is %s', (wrong, names, nearest) => {
  expect(nearestName(wrong, names)).toBe(nearest);
});

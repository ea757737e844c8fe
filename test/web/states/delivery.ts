import * as made from './fixtures.ts';
import { Refused, type State, type Viewer } from './state.ts';

const BUCKET = {
  endpoint: 'https://s3.eu-central-1.amazonaws.com',
  bucket: 'example-contact-center-exports',
  region: 'eu-central-1',
  prefix: '{ccid}/{job}/{date}/',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
};
const LONG_BUCKET = {
  ...BUCKET,
  endpoint: `https://${made.FINGERPRINT.slice(0, 32)}.eu.r2.cloudflarestorage.com`,
  prefix: `${made.LONG.slice(0, 90)}/7/2026-11-25/`,
};

const turnOn = async ({ page, words }: Viewer): Promise<void> => {
  // By a key: what is pressed by a point may lie below the bar that stays at the bottom.
  await page.getByRole('switch', { name: words('destination.delivers') }).press(' ');
  await page.getByRole('textbox', { name: words('destination.endpoint') }).waitFor();
};
const tested = async ({ page, words }: Viewer, outcome: string): Promise<void> => {
  await page.getByRole('button', { name: words('destination.test'), exact: true }).click();
  await page.getByRole('status').getByText(outcome).scrollIntoViewIfNeeded();
};
const TEST = 'export/destination/test';
/** What a test that came to an end is answered. */
const outcome = (change: object) => ({
  works: false,
  code: '',
  message: '',
  object: `${BUCKET.prefix}udm-test-${made.FINGERPRINT.slice(0, 12)}`,
  removed: true,
  ...change,
});

/** A job with a destination. */
const WITH = { 'export/jobs/7': made.job({ destination: BUCKET }) };

const EDITOR: readonly State[] = [
  { name: 'destination-form', path: '/jobs/new', act: turnOn },
  {
    name: 'destination-saved',
    path: '/jobs/7',
    answers: WITH,
    act: ({ page, words }) =>
      page.getByRole('button', { name: words('destination.test'), exact: true }).scrollIntoViewIfNeeded(),
  },
  {
    name: 'destination-wrong',
    path: '/jobs/new',
    act: async (viewer) => {
      const { page, words } = viewer;
      await turnOn(viewer);
      await page.getByRole('textbox', { name: words('job.title') }).fill('Weekly export');
      await page.getByRole('textbox', { name: words('destination.endpoint') }).fill('example');
      await page.getByRole('button', { name: words('job.save') }).click();
      await page.getByText(words.count('job.faults', 3)).waitFor();
    },
  },
  {
    name: 'destination-works',
    path: '/jobs/7',
    answers: { ...WITH, [TEST]: outcome({ works: true, removed: false }) },
    act: (viewer) => tested(viewer, viewer.words('destination.works')),
  },
  {
    name: 'destination-refused',
    path: '/jobs/7',
    answers: { ...WITH, [TEST]: outcome({ code: 'delivery-forbidden' }) },
    act: (viewer) => tested(viewer, viewer.words.failure('delivery-forbidden', {}) ?? ''),
  },
  {
    name: 'destination-secret-needed',
    path: '/jobs/7',
    answers: { ...WITH, [TEST]: new Refused(400, 'secret-needed', { field: 'destination.secretAccessKey' }) },
    act: async ({ page, words }) => {
      await page.getByRole('button', { name: words('destination.test'), exact: true }).click();
      await page.getByText(words.failure('secret-needed', {}) ?? '').waitFor();
    },
  },
  {
    name: 'destination-locked',
    path: '/jobs/13',
    answers: {
      'export/jobs/13': made.job({
        id: 13,
        scheduleType: 'once',
        schedulerParam: { runs: 'once', immediately: true },
        destination: LONG_BUCKET,
      }),
    },
    act: ({ page, words }) =>
      page.getByRole('button', { name: words('destination.saveOwn') }).scrollIntoViewIfNeeded(),
  },
];

const delivery = (change: object) => ({
  state: 'delivered',
  code: '',
  endpoint: BUCKET.endpoint,
  bucket: BUCKET.bucket,
  prefix: 'demo/7/2026-11-25/',
  files: 3,
  filesDelivered: 3,
  bytes: 18_117_688,
  bytesDelivered: 18_117_688,
  nextTryAt: '',
  endedAt: '',
  ...change,
});
const UNDER_WAY = { filesDelivered: 1, bytesDelivered: 6_291_456 };
const { endpoint, bucket, prefix } = LONG_BUCKET;
/** How the delivery of a run's files can stand. */
const STANDINGS = {
  delivered: { endedAt: made.hence(-4.8) },
  delivering: UNDER_WAY,
  waiting: { ...UNDER_WAY, code: 'delivery-forbidden', nextTryAt: made.hence(0.5), endpoint, bucket, prefix },
  failed: { filesDelivered: 0, bytesDelivered: 0, code: 'delivery-no-bucket', endedAt: made.hence(-1) },
  ended: { ...UNDER_WAY, code: 'delivery-files-gone', endedAt: made.hence(-1) },
};
const RUNS: readonly State[] = Object.entries(STANDINGS).map(([state, change]) => ({
  name: `run-delivery-${state}`,
  path: '/history/8',
  answers: { 'export/history/8': made.run({ delivery: delivery({ state, ...change }) }) },
  act: ({ page, words }) =>
    page.getByRole('heading', { level: 2, name: words('delivery.title') }).scrollIntoViewIfNeeded(),
}));

/** Where a job's files are copied to, and how a run's copying stands. */
export const DELIVERY_STATES: readonly State[] = [...EDITOR, ...RUNS];

import { PRIVILEGES } from '../../../src/model/roles.ts';

/** As long as a title may be, without a place where it could be broken. */
export const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung'
  .repeat(3)
  .slice(0, 200);
export const LONG_NAME =
  'maximiliane.von-und-zu-hohenstein-langenburg@department-of-quality-and-complaints.example.org';
export const FINGERPRINT = '97cd05cd78296edf083b6e3105e3835acc442c093e779d789f6f618575f90baa';
const FILE = 'export-48b3fb14-f263-4fd5-8d6e-b6f698382d97.zip.smime';
const HOUR_MS = 3_600_000;
export const hence = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();

export const listed = <Row>(...items: readonly Row[]) => ({ items, count: items.length, from: 0, size: 50 });
export const NOTHING = listed();

export const certificate = (subject: string, days: number) => ({
  subject,
  fingerprint: FINGERPRINT,
  notAfter: hence(days * 24),
});

export const ME = {
  name: 'demo',
  kind: 'user',
  ccid: 'demo',
  roles: ['administrator'],
  privileges: [...PRIVILEGES],
  issuer: null,
  secondFactor: { enabled: false, required: false, recoveryCodes: 0 },
  passwordChangedAt: null,
  notices: [],
};

const PART = { source: 'UCS', type: 'Interaction', exportType: 'UCS' } as const;
const SETTINGS = {
  fileSplitSize: '',
  dateFrom: '',
  dateTo: '',
  description: '',
  media: ['all'],
  exportAttachments: true,
  timeFrame: { all: true },
  jobParams: { type: 'Interaction', media: ['all'], exportAttachments: true },
};

/** A filter of each kind of value, and long ones. */
export const FILTERS = [
  { name: 'SUBJECT', operator: 'contains', value: 'order' },
  { name: 'STARTDATE', operator: 'gte', value: '2024-05-01T10:00:00Z' },
  { name: 'DURATION', operator: 'lt', value: 300 },
  { name: 'FROMADDRESS', operator: 'in', value: [LONG_NAME, 'anna@example.org', 'ben@example.org'] },
  { name: LONG, operator: 'eq', value: LONG },
  { name: 'THECOMMENT', operator: 'exists', value: false },
];

export const job = (change: object = {}) => ({
  ...PART,
  ...SETTINGS,
  id: 7,
  title: 'Weekly export',
  createdDate: hence(-80),
  fileName: '',
  fileSize: 0,
  status: 'Scheduled',
  progress: 0,
  parentId: 0,
  suspended: false,
  scheduleType: 'weekly',
  schedulerParam: { runs: 'weekly' },
  latestStatus: 'Finished',
  latestStartedAt: hence(-5),
  latestHistoryId: 8,
  latestReason: '',
  nextStartsAt: hence(20),
  createdBy: 'demo',
  ...change,
});

export const run = (change: object = {}) => ({
  ...PART,
  ...SETTINGS,
  id: 8,
  title: 'Weekly export',
  createdDate: hence(-5),
  fileName: FILE,
  fileSize: 18_117_688,
  status: 'Finished',
  progress: 100,
  parentId: 7,
  scheduledAt: hence(-5),
  startedAt: hence(-4.99),
  finishedAt: hence(-4.9),
  createdBy: 'demo',
  certificates: [certificate('CN=Demo recipient', 300)],
  entities: [
    { name: 'EmailIn', records: 1_598, bytes: 26_316_959 },
    { name: 'EmailIn-Attachment', records: 738, bytes: 8_798_282 },
  ],
  events: [
    { at: hence(-5), what: 'submitted', message: '' },
    { at: hence(-4.99), what: 'started', message: '' },
    { at: hence(-4.9), what: 'finished', message: '', volumes: 1, bytes: 18_117_688 },
  ],
  detail: { recordsExported: 5_296, recordsTotal: 5_296, volumes: 1 },
  ...change,
});

const REASON = 'There is no certificate on file: upload one and start the export again.';
export const FAILED_RUN = run({
  id: 9,
  title: LONG,
  status: 'Failed',
  fileName: '',
  fileSize: 0,
  entities: [],
  certificates: [],
  events: [{ at: hence(-5), what: 'failed', message: '', reason: REASON }],
  detail: { recordsExported: 0, recordsTotal: 0, volumes: 0, reason: REASON },
});
export const RUNNING = run({
  id: 10,
  status: 'In Progress',
  progress: 42,
  fileName: '',
  fileSize: 0,
  startedAt: hence(-0.02),
  finishedAt: '',
  detail: { recordsExported: 2_296, recordsTotal: 5_296, volumes: 0 },
});
export const STATUSES = ['Queued', 'Cancelled', 'Skipped'].map((status, index) =>
  run({ id: 20 + index, status, fileName: '', title: `${status} one`, finishedAt: hence(-4) }),
);

export const file = (change: object = {}) => ({
  ...PART,
  name: FILE,
  jobTitle: 'Weekly export',
  size: 18_117_688,
  uploadDate: hence(-5),
  expiryDate: hence(40),
  remainingDays: 1,
  historyId: 8,
  jobId: 7,
  sha256: FINGERPRINT,
  volume: 1,
  certificates: [certificate('CN=Demo recipient', 300)],
  ...change,
});
/** Volumes of one set. */
export const SET = ['z01', 'z02', 'zip'].map((end, index) =>
  file({ name: FILE.replace('zip', end), volume: index + 1, historyId: 9, jobTitle: LONG }),
);

export const CERTIFICATES = {
  max: 5,
  items: ['Primary, of the data office', LONG.slice(0, 64), 'Of the archive'].map((label, index) => ({
    ...certificate(
      index === 1 ? `CN=${LONG}, O=Example, C=DE` : 'CN=Demo recipient',
      [300, 12, -3][index] ?? 0,
    ),
    fingerprint: FINGERPRINT.slice(index) + 'abc'.slice(0, index),
    label,
    primary: index === 0,
    state: 'valid',
    notBefore: hence(-900),
    keyBits: 2_048,
    size: 1_034,
    lastModified: hence(-400),
  })),
};

export const PROGRAMS = {
  items: [
    {
      id: 'udm',
      name: 'udm',
      ofService: true,
      roles: ['exporter'],
      byPassword: true,
      signIns: 3,
      since: hence(-90),
      usedAt: hence(-1),
    },
  ],
};

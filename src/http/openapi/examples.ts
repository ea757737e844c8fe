/** Examples of the API document: one job, its run, and its file. */

const DEFINITION = {
  timeFrame: { dateFrom: '2026-10-01T00:00:00Z', dateTo: '2026-11-01T00:00:00Z' },
  jobParams: { type: 'Interaction', media: ['email'], exportAttachments: true },
};
const SCHEDULE = { runs: 'once', immediately: true };

export const JOB_BODY = {
  source: 'UCS',
  type: 'UCS',
  title: 'E-mails of October',
  description: 'With attachments',
  ...DEFINITION,
  schedulerParam: SCHEDULE,
  suspended: false,
};

const { type: _type, ...SAME } = JOB_BODY;
export const JOB_BODY_V4 = {
  ...SAME,
  jobParams: { type: 'Interaction', media: ['email'] },
  fileSplitSize: '100 MB',
  suspended: 'false',
};

export const FILE_NAME = 'export-4f1c4f0e-6a55-4f0b-9d4e-0c6a3a1c2b7d.zip.smime';

/** A signed link (downloads/link.ts); it can be used by nobody. */
export const LINK = `https://udm.example/udm/download/${FILE_NAME}?key=artifacts%2Fdemo%2F18%2F1&expires=1795176669000&signature=0`;

const INFO = {
  type: 'Interaction',
  source: 'UCS',
  title: 'E-mails of October',
  fileSplitSize: '',
  fileName: FILE_NAME,
  fileSize: 99_414_145,
  status: 'Finished',
  createdDate: '2026-11-20T12:00:00.000Z',
  dateFrom: '2026-10-01T00:00:00.000Z',
  dateTo: '2026-11-01T00:00:00.000Z',
  description: 'With attachments',
  media: ['email'],
  progress: 100,
};

export const WARNING = {
  code: 'certificate-ends-soon',
  message:
    'The certificate on file expires at 2026-12-01T00:00:00.000Z: upload another one before, or runs will fail.',
};
export const SEALED_FOR = {
  subject: 'CN=Exports,O=Example',
  fingerprint: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  notAfter: '2028-11-01T00:00:00.000Z',
};

export const JOB_INFO_V4 = { id: 17, ...INFO, parentId: 0 };

export const JOB_INFO = {
  ...JOB_INFO_V4,
  exportAttachments: true,
  exportType: 'UCS',
  ...DEFINITION,
  suspended: true,
  scheduleType: 'once',
  schedulerParam: SCHEDULE,
  latestStatus: 'Finished',
  latestStartedAt: '2026-11-20T12:00:00.250Z',
  latestHistoryId: 18,
  latestReason: '',
  nextStartsAt: '',
  createdBy: 'demo',
};

const ENTITIES = [
  { name: 'EmailIn', records: 60_000, bytes: 63_000_000 },
  { name: 'EmailIn-Attachment', records: 15_000, bytes: 35_000_000 },
];

export const RUN_ESTIMATE = { minutes: 0.2, dollars: 0.001, pricesOf: '2026-11-22', exact: true };

export const JOB_PREVIEW = {
  records: 75_000,
  bytes: 98_000_000,
  exact: true,
  entities: ENTITIES,
  volumes: 1,
  estimate: RUN_ESTIMATE,
  nextStarts: ['2026-11-20T12:00:00.000Z'],
};

export const HISTORY_ITEM = {
  id: 18,
  ...INFO,
  parentId: 17,
  exportAttachments: true,
  exportType: 'UCS',
  ...DEFINITION,
  scheduledAt: '2026-11-20T12:00:00.000Z',
  startedAt: '2026-11-20T12:00:00.250Z',
  finishedAt: '2026-11-20T12:01:09.000Z',
  createdBy: 'demo',
  certificates: [SEALED_FOR],
  entities: ENTITIES,
  detail: { recordsExported: 75_000, recordsTotal: 75_000, volumes: 1 },
};

export const PROGRESS_V4 = { progress: 50, status: 'In Progress' };
export const PROGRESS = {
  ...PROGRESS_V4,
  recordsExported: 37_500,
  recordsTotal: 75_000,
  bytesWritten: 49_000_000,
  estimatedSecondsRemaining: 34,
};

export const FILE_ITEM_V3 = {
  name: FILE_NAME,
  jobTitle: 'E-mails of October',
  type: 'Interaction',
  source: 'UCS',
  size: 99_414_145,
  uploadDate: '2026-11-20T12:01:09.000Z',
  expiryDate: '2026-12-20T12:01:09.000Z',
  remainingDays: 29,
  historyId: 18,
  jobId: 17,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

export const FILE_ITEM = { ...FILE_ITEM_V3, volume: 1, certificates: [SEALED_FOR] };

export const CERTIFICATE_V3 = {
  ccid: 'demo',
  name: 'exports.pem',
  size: 1184,
  lastModified: '2026-11-20T11:58:00.000Z',
};
export const CERTIFICATE = {
  ...CERTIFICATE_V3,
  ...SEALED_FOR,
  notBefore: '2026-11-01T00:00:00.000Z',
  keyBits: 2048,
};
export const CERTIFICATE_ON_FILE = {
  label: 'Data protection office',
  primary: true,
  state: 'valid',
  ...SEALED_FOR,
  notBefore: CERTIFICATE.notBefore,
  keyBits: CERTIFICATE.keyBits,
  size: CERTIFICATE_V3.size,
  lastModified: CERTIFICATE_V3.lastModified,
};

export const RECORD_LINE =
  '{"IXNID":"0001","STARTDATE":"2026-10-05T09:00:00.000Z","MEDIATYPEID":"email","ENTITYTYPEID":0,"SUBJECT":"An order"}\n';

export const IMPORT_REPORT = {
  kind: 'interactions',
  received: 3,
  inserted: 1,
  updated: 1,
  unchanged: 0,
  rejected: 1,
  waiting: 0,
  errors: [{ line: 3, code: 'missing', field: 'STARTDATE', message: 'STARTDATE is missing.' }],
};

export const ERASURE = {
  contactId: '00001a57JGQ00039',
  contacts: 1,
  contactAttributes: 3,
  interactions: 12,
  documents: 4,
  notReached: {
    files: 3,
    filesUntil: '2026-12-20T04:00:11.000Z',
    runs: 0,
    backupsUntil: '2026-12-25T09:30:00.000Z',
  },
};

export const SELECTION_BODY = { list: 'jobs', filter: { title: 'october', suspend: false } };
export const SELECTION = {
  selection: '9JXzH3v1Q0Wm2dYbV7cK4A',
  count: 1,
  first: [{ id: 17, title: 'E-mails of October' }],
  expiresAt: '2026-11-20T12:10:00.000Z',
};
export const BULK_RESULT = {
  done: 1,
  refused: [
    {
      id: 23,
      code: 'not-running',
      message: 'The job is not in progress.',
    },
  ],
};

export const HISTORY_DETAILS = {
  ...HISTORY_ITEM,
  events: [
    { at: '2026-11-20T12:00:00.000Z', what: 'submitted', message: 'Submitted.' },
    {
      at: '2026-11-20T12:01:09.000Z',
      what: 'finished',
      message: 'Finished with 1 files.',
      volumes: 1,
      bytes: 99_414_145,
    },
  ],
};

const FAILED_RUN = {
  id: 18,
  jobId: 17,
  title: 'E-mails of October',
  status: 'Failed',
  progress: 40,
  startedAt: '2026-11-20T12:00:00.250Z',
  finishedAt: '2026-11-20T12:00:31.000Z',
  reason: 'There is no certificate on file: upload one and start the export again.',
};
export const STATISTICS = {
  jobs: { active: 3, suspended: 1 },
  runs: { inProgress: 0, queued: 0, current: [], failedThisWeek: 1, failed: [FAILED_RUN] },
  nextStarts: [{ id: 17, title: 'E-mails of October', nextStartsAt: '2026-11-21T00:00:00.000Z' }],
  expiring: { count: 2, firstAt: '2026-11-22T00:00:00.000Z' },
  certificate: { state: 'valid', ...SEALED_FOR },
  scheduler: { alive: true, beatAt: '2026-11-20T12:00:00.000Z', overdue: 0, started: 4 },
  days: Array.from({ length: 30 }, (_, at) => ({
    day: new Date(Date.UTC(2026, 9, 22 + at)).toISOString().slice(0, 10),
    finished: 4,
    failed: 0,
    records: 75_000,
    bytes: 99_414_145,
  })),
};

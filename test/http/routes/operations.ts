/** One request of a row. In paths and queries `{job}`, `{busyJob}`, … stand for what `seed.ts` puts on file. */
export interface Call {
  readonly status: number;
  readonly path?: string;
  readonly query?: string;
  readonly json?: object;
  readonly form?: 'certificate' | 'garbage';
  /** In a contact center that has nothing. */
  readonly empty?: boolean;
}

/** One operation of the reference, with a request that succeeds and those that are refused. */
export interface Row {
  readonly version: 'v10' | 'v4' | 'v3';
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly success: Call;
  readonly failures: readonly Call[];
  /** Needs no token. */
  readonly open?: boolean;
}

const BODY = {
  source: 'UCS',
  type: 'UCS',
  title: 'a job',
  timeFrame: { all: true },
  schedulerParam: { immediately: true },
  jobParams: { type: 'Interaction', media: ['all'] },
  suspended: false,
};
const { type: _type, ...WITHOUT_TYPE } = BODY;
const BODY_V4 = { ...WITHOUT_TYPE, fileSplitSize: '1 MB', suspended: 'false' };
const BAD_IDS: Call[] = [
  { status: 400, query: '' },
  { status: 400, query: 'jobIDs=1,x' },
  { status: 400, query: 'jobIDs=' },
];
const ID_FAILURES: Call[] = [
  { status: 404, path: '9007199254740991' },
  { status: 400, path: 'abc' },
];
const at = (base: string, calls: readonly Call[], tail = ''): Call[] =>
  calls.map((call) => (call.path === undefined ? call : { ...call, path: `${base}/${call.path}${tail}` }));
const LIST_FAILURES: Call[] = [
  { status: 400, query: 'orderField=nonsense' },
  { status: 400, query: 'size=-1' },
  { status: 400, query: 'descAsc=perhaps' },
];

const cipher = (version: 'v10' | 'v3'): Row[] => [
  {
    version,
    method: 'GET',
    path: '/cipher',
    success: { status: 200 },
    failures: [{ status: 404, empty: true }],
  },
  {
    version,
    method: 'POST',
    path: '/cipher/{certificatefilename}',
    success: { status: 201, path: '/cipher/exports.pem', form: 'certificate' },
    failures: [
      { status: 400, path: '/cipher/exports.pem', form: 'garbage' },
      { status: 400, path: '/cipher/..%2Fexports.pem', form: 'certificate' },
      { status: 415, path: '/cipher/exports.pem', json: {} },
    ],
  },
];

const data = (version: 'v10' | 'v3'): Row[] => [
  { version, method: 'GET', path: '/data/job-statuses', success: { status: 200 }, failures: [] },
  { version, method: 'GET', path: '/data/sources', success: { status: 200 }, failures: [] },
  {
    version,
    method: 'GET',
    path: '/data/types',
    success: { status: 200, query: 'source=UCS' },
    failures: [{ status: 400, query: 'source=InfoMart' }],
  },
  {
    version,
    method: 'GET',
    path: '/data/sub-types',
    success: { status: 200, query: 'dataType=Interaction&source=UCS' },
    failures: [
      { status: 204, query: 'dataType=Contact' },
      { status: 400, query: 'dataType=Other' },
      { status: 400, query: 'source=Other' },
    ],
  },
];

const files = (version: 'v10' | 'v3'): Row[] => [
  { version, method: 'GET', path: '/file-metadatas', success: { status: 200 }, failures: LIST_FAILURES },
  {
    version,
    method: 'GET',
    path: '/files',
    success: { status: 200, query: 'filename={file},{otherFile}' },
    failures: [
      { status: 400, query: '' },
      { status: 400, query: `filename=${Array.from({ length: 101 }, (_, n) => n).join()}` },
      { status: 404, query: 'filename={file},nothing.zip' },
    ],
  },
  {
    version,
    method: 'DELETE',
    path: '/files',
    success: { status: 204, query: 'filename={file}' },
    failures: [
      { status: 400, query: '' },
      { status: version === 'v10' ? 400 : 500, query: 'filename=nothing.zip,{otherFile}' },
    ],
  },
  {
    version,
    method: 'GET',
    path: '/files/{filename}',
    success: { status: 303, path: '/files/{file}' },
    failures: [{ status: 404, path: '/files/nothing.zip' }],
  },
  {
    version,
    method: 'DELETE',
    path: '/files/{filename}',
    success: { status: 204, path: '/files/{file}' },
    failures: [{ status: 404, path: '/files/nothing.zip' }],
  },
];

const exports = (version: 'v10' | 'v4'): Row[] => {
  const history = '/export/history';
  const jobs = '/export/jobs';
  const partly = version === 'v10' ? 400 : 500;
  const body = version === 'v10' ? BODY : BODY_V4;
  const broken = { ...body, jobParams: { media: [] } };
  const empty: Call = { status: 204, empty: true };
  return [
    { version, method: 'GET', path: history, success: { status: 200 }, failures: [empty, ...LIST_FAILURES] },
    {
      version,
      method: 'DELETE',
      path: history,
      success: { status: 204, query: 'jobIDs={run},{failedRun}' },
      failures: [...BAD_IDS, { status: partly, query: 'jobIDs={busyRun},{spareRun},9007199254740991' }],
    },
    {
      version,
      method: 'GET',
      path: `${history}/{id}`,
      success: { status: 200, path: `${history}/{run}` },
      failures: at(history, ID_FAILURES),
    },
    {
      version,
      method: 'DELETE',
      path: `${history}/{id}`,
      success: { status: 204, path: `${history}/{run}` },
      failures: [...at(history, ID_FAILURES), { status: 400, path: `${history}/{busyRun}` }],
    },
    {
      version,
      method: 'GET',
      path: `${history}/{id}/progress`,
      success: { status: 200, path: `${history}/{busyRun}/progress` },
      failures: at(history, ID_FAILURES, '/progress'),
    },
    { version, method: 'GET', path: jobs, success: { status: 200 }, failures: [empty, ...LIST_FAILURES] },
    {
      version,
      method: 'POST',
      path: jobs,
      success: { status: 202, json: body },
      failures: [
        { status: 400, json: broken },
        { status: 400, json: { ...body, title: 'refused' } },
        { status: 415, form: 'garbage' },
        { status: 413, json: { ...body, title: 'x'.repeat(70_000) } },
      ],
    },
    {
      version,
      method: 'DELETE',
      path: jobs,
      success: { status: 204, query: 'jobIDs={job},{failedJob}' },
      failures: [...BAD_IDS, { status: partly, query: 'jobIDs={busyJob},{spareJob},9007199254740991' }],
    },
    ...(['cancel', 'resume', 'suspend'] as const).map((event): Row => ({
      version,
      method: 'POST',
      path: `${jobs}/${event}/{id}`,
      success: {
        status: 200,
        path: `${jobs}/${event}/${{ cancel: '{busyJob}', resume: '{job}', suspend: '{busyJob}' }[event]}`,
      },
      failures: [
        ...at(`${jobs}/${event}`, ID_FAILURES),
        {
          status: 400,
          path: `${jobs}/${event}/${{ cancel: '{job}', resume: '{busyJob}', suspend: '{job}' }[event]}`,
        },
      ],
    })),
    {
      version,
      method: 'GET',
      path: `${jobs}/{id}`,
      success: { status: 200, path: `${jobs}/{job}` },
      failures: at(jobs, ID_FAILURES),
    },
    {
      version,
      method: 'PUT',
      path: `${jobs}/{id}`,
      success: { status: 200, path: `${jobs}/{job}`, json: body },
      failures: [
        ...at(jobs, ID_FAILURES).map((call) => ({ ...call, json: body })),
        { status: 400, path: `${jobs}/{job}`, json: broken },
      ],
    },
    {
      version,
      method: 'DELETE',
      path: `${jobs}/{id}`,
      success: { status: 204, path: `${jobs}/{job}` },
      failures: [...at(jobs, ID_FAILURES), { status: 400, path: `${jobs}/{busyJob}` }],
    },
  ];
};

const version = (name: 'v10' | 'v3'): Row => ({
  version: name,
  method: 'GET',
  path: '/version',
  success: { status: 200 },
  failures: [],
  open: true,
});

/** The 54 operations of the reference: 28 of v10, 14 of v4, 12 of v3. */
export const ROWS: readonly Row[] = [
  ...cipher('v10'),
  {
    version: 'v10',
    method: 'GET',
    path: '/data/attributes',
    success: { status: 200, query: 'entities=Interaction,contact' },
    failures: [{ status: 400, query: 'entities=other' }],
  },
  ...data('v10'),
  ...exports('v10'),
  ...files('v10'),
  {
    version: 'v10',
    method: 'GET',
    path: '/resources/labels',
    success: { status: 200 },
    failures: [],
    open: true,
  },
  version('v10'),
  ...exports('v4'),
  ...cipher('v3'),
  ...data('v3'),
  ...files('v3'),
  version('v3'),
];

/** Where the pages of the web application live. The Worker answers their document there, and nowhere else. */
export const PAGE_PATHS = {
  home: '/',
  signIn: '/sign-in',
  invitation: '/invitation',
  authorize: '/authorize',
  jobs: '/jobs',
  newJob: '/jobs/new',
  job: '/jobs/:id',
  history: '/history',
  run: '/history/:id',
  artifacts: '/artifacts',
  import: '/import',
  contacts: '/contacts',
  people: '/people',
  keys: '/keys',
  audit: '/audit',
  preferences: '/preferences',
} as const;

/** An id in a page's path: a number, as the API takes it. */
export const PAGE_ID = /^[1-9]\d{0,15}$/;

/** Where the pages of the web application live. The Worker answers their document there, and nowhere else. */
export const PAGE_PATHS = {
  home: '/',
  signIn: '/sign-in',
  /** Where a window comes back to that was opened for signing in elsewhere. */
  signedIn: '/sign-in/done',
  invitation: '/invitation',
  authorize: '/authorize',
  jobs: '/jobs',
  newJob: '/jobs/new',
  job: '/jobs/:id',
  history: '/history',
  run: '/history/:id',
  artifacts: '/artifacts',
  notifications: '/notifications',
  cost: '/cost',
  import: '/import',
  contacts: '/contacts',
  people: '/people',
  keys: '/keys',
  audit: '/audit',
  preferences: '/preferences',
} as const;

/** An id in a page's path: a number, as the API takes it. */
export const PAGE_ID = /^[1-9]\d{0,15}$/;

/** Whether a text is the address of a page of this service, with whatever query: nothing else may be led to from outside. */
export function isOwnPage(text: string): boolean {
  if (!/^\/(?![/\\])[^\\#\s\p{Cc}]*$/u.test(text)) return false;
  const [path = ''] = text.split('?');
  return Object.values(PAGE_PATHS).some((page) =>
    page.endsWith('/:id')
      ? path.startsWith(page.slice(0, -3)) && PAGE_ID.test(path.slice(page.length - 3))
      : path === page,
  );
}

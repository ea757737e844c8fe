/** What an expected failure is to whoever asked. HTTP has a status for each (`src/http/errors.ts`). */
export type FailureKind =
  | 'invalid'
  | 'refused'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'too-slow'
  | 'conflict'
  | 'changed'
  | 'too-large'
  | 'unsupported-media'
  | 'unsatisfiable'
  | 'too-many'
  | 'defect'
  | 'unavailable';

/** A row of the table: what kind of failure it is, and the names of the data that its words need. */
const row = <K extends FailureKind, H extends string = never>(kind: K, ...holes: readonly H[]) => ({
  kind,
  holes,
});

/**
 * Every expected failure by its code. Codes are stable: clients and pages tell failures apart by them. Their words stand in
 * `src/labels/failures/`, in which `{field}`, the offending input, may be used beside the data named here.
 */
export const FAILURES = {
  // The shape of a request, its parameters and its body.
  missing: row('invalid'),
  repeated: row('invalid'),
  'unknown-parameter': row('invalid', 'nearest'),
  'no-parameters': row('invalid'),
  'unknown-member': row('invalid', 'nearest'),
  'wrong-type': row('invalid', 'expected'),
  'not-one-of': row('invalid', 'choices'),
  'not-some-of': row('invalid', 'choices'),
  'not-taken': row('invalid'),
  'too-long': row('invalid', 'max'),
  'unstorable-text': row('invalid'),
  'not-a-whole-number': row('invalid'),
  'not-an-id': row('invalid'),
  'not-a-flag': row('invalid'),
  'not-a-date': row('invalid'),
  'not-an-id-list': row('invalid', 'max'),
  'not-a-name-list': row('invalid', 'max'),
  'foreign-cursor': row('invalid'),
  'cursor-with-from': row('invalid'),
  'too-many-names': row('invalid', 'max'),
  'body-too-large': row('too-large', 'max'),
  'body-packed': row('unsupported-media'),
  'body-cut-off': row('invalid'),
  'body-too-slow': row('too-slow', 'seconds'),
  'body-not-utf8': row('invalid'),
  'body-too-deep': row('invalid', 'max'),
  'not-json': row('invalid'),
  'json-expected': row('unsupported-media'),
  'unreadable-request': row('invalid'),
  'unknown-path': row('not-found'),
  'method-not-allowed': row('method-not-allowed', 'allow'),
  'not-configured': row('unavailable'),
  'internal-error': row('defect'),
  'operator-key-refused': row('unauthenticated'),
  'hold-days': row('invalid', 'max'),
  'restore-place': row('invalid'),
  'too-many': row('invalid', 'max'),
  'too-many-requests': row('too-many'),
  'unknown-selection': row('invalid'),
  'selection-beside': row('invalid'),
  'audit-away': row('unavailable', 'seconds'),

  // Who asks, and what they may.
  'no-token': row('unauthenticated'),
  'not-a-bearer': row('unauthenticated'),
  'token-expired': row('unauthenticated'),
  'token-invalid': row('unauthenticated'),
  'privilege-missing': row('forbidden', 'privilege'),
  'basic-expected': row('unauthenticated'),
  'client-refused': row('unauthenticated'),
  'caller-ended': row('unauthenticated'),
  'api-key-refused': row('unauthenticated'),
  'api-key-without-roles': row('unauthenticated'),
  'api-key-needed': row('forbidden'),
  'api-key-foreign': row('forbidden'),
  'user-refused': row('unauthenticated'),
  'second-factor-needed': row('unauthenticated'),
  'second-factor-refused': row('unauthenticated'),
  'second-factor-first': row('forbidden'),
  'sign-in-again': row('forbidden'),
  'too-many-tries': row('too-many', 'seconds'),
  'too-fast': row('too-many', 'max', 'window', 'seconds'),
  'session-ended': row('unauthenticated'),
  'session-needed': row('refused'),
  'foreign-origin': row('forbidden'),
  'change-header-missing': row('forbidden'),
  'no-session': row('not-found'),
  'refresh-token-refused': row('refused'),
  'program-unknown': row('invalid'),
  'program-foreign': row('forbidden'),
  'redirect-unknown': row('invalid'),
  'response-type-unknown': row('invalid'),
  'challenge-needed': row('invalid'),
  'person-needed': row('refused'),
  'code-refused': row('refused'),
  'password-missing': row('invalid'),
  'refresh-token-missing': row('invalid'),
  'grant-type-missing': row('invalid'),
  'grant-type-unknown': row('invalid', 'choices'),
  'grant-not-for-client': row('refused'),
  'client-secret-in-body': row('invalid'),
  'client-id-differs': row('invalid'),
  'parameter-repeated': row('invalid'),
  'form-expected': row('unsupported-media'),

  // Users, clients, API keys.
  'account-name': row('invalid', 'max'),
  'name-taken': row('conflict', 'name'),
  'no-user': row('not-found', 'name'),
  'no-client': row('not-found', 'id'),
  'no-api-key': row('not-found', 'id'),
  'last-administrator': row('refused'),
  'administrators-only': row('forbidden'),
  'own-roles': row('forbidden'),
  'password-length': row('invalid', 'min', 'max'),
  'password-holds-name': row('invalid'),
  'password-common': row('invalid'),
  'password-wrong': row('refused'),
  'user-needed': row('refused'),
  'second-factor-there': row('refused'),
  'second-factor-not-begun': row('refused'),
  'second-factor-demanded': row('refused'),
  'no-second-factor': row('not-found'),
  'code-wrong': row('refused'),
  'invitation-refused': row('refused'),
  'expiry-past': row('invalid'),
  'not-an-account': row('invalid'),
  'center-has-administrator': row('refused'),
  'own-api-key-first': row('refused'),
  'not-a-redirect-uri': row('invalid'),

  // What a job is asked to be.
  'title-length': row('invalid', 'max'),
  'source-not-supported': row('refused'),
  'unknown-source': row('invalid'),
  'unknown-media': row('invalid', 'name'),
  'all-media-and-others': row('invalid'),
  'time-frame-forms': row('invalid'),
  'time-frame-of-data-sync': row('invalid'),
  'time-frame-order': row('invalid'),
  'last-of-one-time': row('invalid'),
  'not-a-duration': row('invalid'),
  'cron-missing': row('invalid'),
  'cron-of-one-time': row('invalid'),
  'not-a-cron': row('invalid', 'count'),
  'cron-seconds': row('invalid'),
  'cron-hash': row('invalid', 'name'),
  'cron-part': row('invalid', 'part', 'name', 'min', 'max'),
  'cron-step': row('invalid', 'part', 'name'),
  'cron-range': row('invalid', 'part', 'name'),
  'cron-never': row('invalid'),
  'suspended-immediately': row('invalid'),
  'start-date-form': row('invalid'),
  'start-date-past': row('invalid'),
  'one-time-start': row('invalid'),
  'not-a-size': row('invalid'),
  'size-out-of-range': row('invalid', 'min', 'max'),

  // What a job may do in its state (`lifecycle.ts`), and what is not there.
  'not-running': row('refused'),
  'in-progress': row('refused'),
  spent: row('refused'),
  'one-time': row('refused'),
  suspended: row('refused'),
  'already-synced': row('refused'),
  'exports-other-data': row('refused'),
  gone: row('not-found'),
  'limit-reached': row('conflict', 'max'),
  'limit-passed': row('conflict', 'max', 'line'),
  'no-job': row('not-found', 'id'),
  'no-history-item': row('not-found', 'id'),
  'no-file': row('not-found', 'name'),
  'files-missing': row('not-found', 'count'),
  'not-all-deleted': row('refused', 'count', 'reason'),
  'no-contact': row('not-found'),

  // Downloads by link.
  'link-changed': row('forbidden'),
  'link-expired': row('forbidden'),
  'file-gone': row('not-found'),
  'file-changed': row('changed'),
  'range-unsatisfiable': row('unsatisfiable', 'size'),

  // Certificates.
  'no-certificate': row('not-found'),
  'certificate-needed': row('refused'),
  'certificate-name': row('invalid', 'max'),
  'certificate-form-expected': row('unsupported-media'),
  'form-without-boundary': row('invalid'),
  'form-not-ended': row('invalid'),
  'form-too-many-parts': row('invalid'),
  'certificate-file-missing': row('invalid'),
  'certificate-file-repeated': row('invalid'),
  'certificate-file-too-large': row('too-large', 'max'),
  'private-key': row('refused'),
  'several-certificates': row('refused'),
  'certificate-bundle': row('refused'),
  'other-pem': row('refused'),
  'certificate-in-utf16': row('refused'),
  'not-a-certificate': row('refused'),
  'certificate-serial-number': row('refused'),
  'certificate-names': row('refused'),
  'certificate-validity': row('refused'),
  'unusable-key': row('refused'),
  'certificate-key-type': row('refused', 'algorithm'),
  'certificate-key-bits': row('refused', 'bits', 'min'),
  'certificate-key-usage': row('refused'),
  'certificate-not-yet-valid': row('refused', 'from'),
  'certificate-expired': row('refused', 'until'),

  // Import: the request, and single lines of it.
  'json-lines-expected': row('unsupported-media'),
  'import-encoding': row('unsupported-media'),
  'import-too-large': row('too-large', 'max'),
  'import-unpacks-too-large': row('too-large', 'max'),
  'import-statements': row('too-large', 'line'),
  'import-statements-at-end': row('too-large'),
  'import-too-slow': row('invalid'),
  'imports-busy': row('unavailable', 'seconds'),
  'gzip-broken': row('invalid'),
  'gzip-untold': row('unsupported-media'),
  'record-not-an-object': row('invalid'),
  'record-not-utf8': row('invalid'),
  'record-too-deep': row('invalid', 'max'),
  'record-too-long': row('invalid', 'max'),
  'not-a-name': row('invalid', 'max'),
  'too-many-media': row('invalid', 'name', 'max'),
} as const;

export type FailureCode = keyof typeof FAILURES;

/** The names of the data that the words of a code need. */
export type FailureHole<C extends FailureCode> = (typeof FAILURES)[C]['holes'][number];

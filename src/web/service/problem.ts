import { ClientError } from '../../client/client-error.ts';
import { PageRefusal } from '../../client/page-session.ts';
import type { FailureCode } from '../../model/failure-codes.ts';
import type { WordKey, Words } from '../words/words.ts';

/** What went wrong, in words, and under which id the operator finds it. */
export interface Problem {
  readonly text: string;
  readonly requestId: string;
  readonly field: string;
  readonly code: string;
  /** True where there was no answer at all. */
  readonly away: boolean;
}

/** What a page finds out by itself, told in the words of the code that the service has for it. */
export class PageFault extends Error {
  readonly code: FailureCode;
  constructor(code: FailureCode) {
    super(code);
    this.name = 'PageFault';
    this.code = code;
  }
}

/** What a page calls the fields that it sends; `redirectUris[0]` is one of `redirectUris`. */
const FIELDS: Readonly<Record<string, WordKey>> = {
  actor: 'audit.actor',
  action: 'audit.action',
  audience: 'issuers.audience',
  clientId: 'issuers.clientId',
  clientSecret: 'issuers.clientSecret',
  code: 'login.code',
  contactId: 'contacts.id',
  events: 'webhooks.events',
  expiresAt: 'keys.expires',
  from: 'audit.from',
  issuer: 'issuers.issuer',
  jobId: 'webhooks.job',
  jwks: 'issuers.jwks',
  label: 'certificate.label',
  name: 'people.name',
  newPassword: 'invitation.password',
  object: 'audit.object',
  outcome: 'audit.outcome',
  password: 'login.password',
  redirectUris: 'keys.redirects',
  roles: 'roles.field',
  status: 'column.status',
  title: 'column.title',
  type: 'column.type',
  until: 'audit.until',
  url: 'webhooks.url',
  userName: 'login.userName',
};

/** A field by the name that the page has for it; as the service calls it where the page has none. */
export function fieldName(field: string, words: Words): string {
  const [own = ''] = field.split(/[.[]/);
  const key = FIELDS[own];
  return key === undefined ? field : words.named(key, field);
}

/** An error as a person is told it: by the failure's code in their language; a code that is new here in general words. */
export function problemOf(error: unknown, words: Words): Problem {
  if (error instanceof PageRefusal) {
    const { failure, field, data, requestId, retryAfter } = error;
    const text =
      words.failure(failure, { ...data, field: fieldName(field, words) }) ?? words('error.unknown');
    const later = retryAfter === null ? '' : ` ${words('problem.retryAfter', { seconds: retryAfter })}`;
    return { text: text + later, requestId, field, code: failure, away: false };
  }
  if (error instanceof PageFault) {
    const text = words.failure(error.code, {}) ?? words('error.unknown');
    return { text, requestId: '', field: '', code: error.code, away: false };
  }
  const away = error instanceof ClientError && error.code === 'unreachable';
  const text = words(away ? 'app.offline' : 'error.unknown');
  return { text, requestId: '', field: '', code: away ? 'unreachable' : 'unknown', away };
}

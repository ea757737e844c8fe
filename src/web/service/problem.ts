import { ClientError } from '../../client/client-error.ts';
import { PageRefusal } from '../../client/page-session.ts';
import type { Words } from '../words/words.ts';

/** What went wrong, in words, and under which id the operator finds it. */
export interface Problem {
  readonly text: string;
  readonly requestId: string;
  readonly field: string;
  readonly code: string;
  /** True where there was no answer at all. */
  readonly away: boolean;
}

/** An error as a person is told it: by the failure's code in their language; a code that is new here in general words. */
export function problemOf(error: unknown, words: Words): Problem {
  if (error instanceof PageRefusal) {
    const { failure, field, data, requestId, retryAfter } = error;
    const text = words.failure(failure, { ...data, field }) ?? words('error.unknown');
    const later = retryAfter === null ? '' : ` ${words('problem.retryAfter', { seconds: retryAfter })}`;
    return { text: text + later, requestId, field, code: failure, away: false };
  }
  const away = error instanceof ClientError && error.code === 'unreachable';
  const text = words(away ? 'app.offline' : 'error.unknown');
  return { text, requestId: '', field: '', code: away ? 'unreachable' : 'unknown', away };
}

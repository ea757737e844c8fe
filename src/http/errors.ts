import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { failureText } from '../labels/failures/words.ts';
import { FAILURES } from '../model/failure-codes.ts';
import { fail, type Failure } from '../model/failures.ts';
import type { AppEnv } from './context.ts';
import { ANY_NUMBER, CODE, nameField, SENTENCE, sentenceField, textField, whole } from './openapi/fields.ts';
import { statusOf, type FailureStatus } from './failure-status.ts';
import { isOlder } from './versions.ts';
import { log } from '../platform/log.ts';

const DataValue = z.union([z.string().openapi(SENTENCE), z.number().openapi(ANY_NUMBER)]);
const ErrorDetail = z
  .looseObject({
    field: sentenceField('The offending input, where there is one.').optional(),
    code: textField({
      ...CODE,
      description: 'What is wrong, as a word that stays the same however the message changes.',
    }),
    data: z.record(z.string(), DataValue).optional().openapi({
      description: 'The values that the message names, where it names any.',
    }),
    requestId: nameField(
      'With 5xx: the id under which the operator finds the request (`X-Request-Id`).',
    ).optional(),
  })
  .openapi('ErrorDetail', {
    description: 'What is wrong, for programs.',
    example: { field: 'title', code: 'title-length', data: { max: 255 } },
  });
const ErrorStatus = z
  .object({
    code: whole('The HTTP status.', { minimum: 400, maximum: 599 }).openapi({ example: 400 }),
    message: sentenceField('What is wrong and what to do about it, in English.').openapi({
      example: 'title must have 1 to 255 characters after trimming.',
    }),
    detail: ErrorDetail,
  })
  .openapi('ErrorStatus', { description: 'What is wrong, for people and for programs.' });

/** The body of every error but those whose shape is fixed from outside: the token endpoint's, and partial ones of v3 and v4. */
export const ErrorBody = z
  .object({ status: ErrorStatus })
  .openapi('Error', { description: 'Why a request was refused, or failed.' });
export type ErrorBody = z.infer<typeof ErrorBody>;

/** The error body of a failure; `more` stands beside the code in `detail`. */
export function errorBody(
  failure: Failure,
  more: Readonly<Record<string, unknown>> = {},
  status: FailureStatus = statusOf(failure.code),
): ErrorBody {
  const { code, field, data } = failure;
  const detail = {
    ...(field ? { field } : {}),
    code,
    ...(Object.keys(data).length > 0 ? { data } : {}),
    ...more,
  };
  return { status: { code: status, message: failureText(failure), detail } };
}

/** The answer to an expected failure. */
export function failed(
  c: Context<AppEnv>,
  failure: Failure,
  more: Readonly<Record<string, unknown>> = {},
): Response {
  c.var.noted.refusal = failure.code;
  const known = statusOf(failure.code);
  // The reference's older versions have no 409.
  const status = known === 409 && isOlder(c.req.path) ? 400 : known;
  // RFC 6750 section 3: a 401 names the scheme to use.
  if (status === 401) c.header('WWW-Authenticate', 'Bearer realm="udm"');
  askToWait(c, failure);
  const found = status >= 500 ? { ...more, requestId: c.var.requestId } : more;
  return c.json(errorBody(failure, found, status), status);
}

/** Whoever is asked to wait is told how long (RFC 9110, 10.2.3), and which limit there is (draft-ietf-httpapi-ratelimit-headers). */
export function askToWait(c: Context, { code, data }: Failure): void {
  if (!['too-many', 'unavailable'].includes(FAILURES[code].kind) || !('seconds' in data)) return;
  c.header('Retry-After', String(data.seconds));
  if ('window' in data) c.header('RateLimit-Policy', `"center";q=${data.max};w=${data.window}`);
}

/** Where people and programs read what there is (RFC 8631). */
const DESCRIBED = '</udm/docs>; rel="service-doc", </udm/v10/openapi.json>; rel="service-desc"';

/** The answer to a path that no route has: it points to the documentation. */
export function unknownPath(c: Context<AppEnv>): Response {
  c.header('Link', DESCRIBED);
  return failed(c, fail('unknown-path', 'path').failure);
}

/** The answer to whatever was thrown: a router's own refusals of a request, defects as a 500 without their inside. */
export function defect(error: Error, c: Context<AppEnv>): Response {
  if (error instanceof HTTPException && error.status < 500) {
    const { status } = errorBody(fail('unreadable-request', '').failure);
    return c.json({ status: { ...status, code: error.status } }, error.status);
  }
  // The route as it is declared: a path may name a contact, and a query may be a permission.
  log('request-failed', { method: c.req.method, path: routePath(c, -1), request: c.var.requestId, error });
  return failed(c, fail('internal-error', '').failure);
}

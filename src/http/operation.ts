import type { OpenAPIHono, RouteConfig, RouteHandler } from '@hono/zod-openapi';
import { fail, type Result } from '../model/failures.ts';
import { auditRow } from '../model/audit/actions.ts';
import { ASKED_AGAIN_WORDS, askedAgain } from '../model/sign-in-again.ts';
import { entered, entersRefusals } from './audit/door.ts';
import type { AppEnv } from './context.ts';
import { errorBody, ErrorBody, failed } from './errors.ts';
import type { FailureStatus } from './failure-status.ts';
import { declaredNames, knownParameters } from './known-parameters.ts';
import { requiresRecent, securityOf } from './sign-in/guard.ts';
import { V10 } from './versions.ts';

type Handler<R extends RouteConfig> = RouteHandler<R, AppEnv>;
type Answer<R extends RouteConfig> = Awaited<ReturnType<Handler<R>>>;

/**
 * Mounts a declared route. The handler answers with one of the route's declared successes or with a failure, which
 * becomes its error body here and nowhere else. In the current version a parameter that is not declared is refused; the older
 * ones ignore it, as their clients are used to. What the operation's row of the audit table says is entered here, too, and who has to
 * sign in again before it is asked here.
 */
export function operation<R extends RouteConfig & { getRoutingPath(): string }>(
  routes: OpenAPIHono<AppEnv>,
  route: R,
  handle: (c: Parameters<Handler<R>>[0]) => Promise<Result<Answer<R>>>,
): void {
  const row = auditRow(route.operationId ?? route.path, route.method);
  const mayTry = declaredNames(route).includes('dryRun');
  const handler = async (c: Parameters<Handler<R>>[0]): Promise<Response> => {
    const tries = mayTry && c.req.query('dryRun')?.toLowerCase() === 'true';
    return entered(c, tries ? { ...row, kind: 'read' } : row, async () => {
      const result = await handle(c);
      // An answer is what c.json(), c.body() or new Response() made: a Response, whatever its type parameters say.
      return result.ok ? (result.value as Response) : failed(c, result.failure);
    });
  };
  const strict = route.path.startsWith(`${V10.base}/`) ? [knownParameters(route)] : [];
  const asked = askedAgain(route.operationId);
  const [guard, ...readers] = middlewareOf(route);
  // Behind the guard, which is the first of every operation that asks, and before a body is read.
  const guards = [guard ?? [], asked === null ? [] : requiresRecent(asked)].flat();
  const middleware = [entersRefusals(row), ...guards, ...readers, ...strict];
  // An act that cannot be entered is refused in the one form of errors, which no handler has to know of.
  const responses = row.kind === 'read' || row.kind === 'open' ? {} : errors(503);
  const declared = {
    ...route,
    ...(asked === null ? {} : { description: `${route.description ?? ''} ${ASKED_AGAIN_WORDS[asked]}` }),
    security: securityOf(route),
    responses: { ...responses, ...route.responses },
  };
  routes.openapi({ ...declared, middleware }, handler);
}

const middlewareOf = ({ middleware = [] }: RouteConfig) =>
  Array.isArray(middleware) ? middleware : [middleware];

/** What an error answer says, and an example; that of 400 is made for each operation (openapi/with-examples.ts). */
const REASONS = {
  400: { description: 'The request is not what this operation takes, or the rules refuse it.' },
  401: {
    description: 'No valid access token came with the request.',
    example: errorBody(fail('no-token', 'Authorization').failure),
  },
  403: {
    description: 'The caller does not have the privilege that this operation needs.',
    example: errorBody(fail('privilege-missing', 'jobs.write', { privilege: 'jobs.write' }).failure),
  },
  404: {
    description: 'There is no such thing in the contact center of the caller.',
    example: errorBody(fail('no-job', 'id', { id: 17 }).failure),
  },
  408: {
    description: 'The body did not come within its time.',
    example: errorBody(fail('body-too-slow', 'body', { seconds: 30 }).failure),
  },
  409: {
    description: 'The contact center has as much as it may have.',
    example: errorBody(fail('limit-reached', 'jobs', { max: 10_000 }).failure),
  },
  413: {
    description: 'The body is larger than this operation takes.',
    example: errorBody(fail('body-too-large', 'body', { max: 65_536 }).failure),
  },
  415: {
    description: 'The body has a content type or encoding that this operation does not take.',
    example: errorBody(fail('json-expected', 'Content-Type').failure),
  },
  422: {
    description: 'The `Idempotency-Key` came with another request before.',
    example: errorBody(fail('key-of-another', 'Idempotency-Key').failure),
  },
  429: {
    description: 'Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again.',
    example: errorBody(fail('too-many-tries', '', { seconds: 4 }).failure),
  },
  503: {
    description: 'There is no room for it now; `Retry-After` says when to ask again.',
    example: errorBody(fail('audit-away', '', { seconds: 5 }).failure),
  },
} as const satisfies Partial<
  Record<FailureStatus, { readonly description: string; readonly example?: ErrorBody }>
>;
type DeclaredStatus = keyof typeof REASONS;

type ErrorContent = { 'application/json': { schema: typeof ErrorBody; example?: ErrorBody } };
type ErrorResponses<S extends DeclaredStatus> = Readonly<
  Record<S, { description: string; content: ErrorContent }>
>;

/** Declares the error answers of a route. Whoever has to say who is there may be asked to wait. */
export function errors<S extends DeclaredStatus>(...statuses: readonly S[]): ErrorResponses<S> {
  const all: readonly DeclaredStatus[] = statuses.some((status) => status === 401)
    ? [...statuses, 429]
    : statuses;
  const entries = all.map((status) => {
    const { description, ...example } = REASONS[status];
    return [status, { description, content: { 'application/json': { schema: ErrorBody, ...example } } }];
  });
  // The keys are the statuses given and 429, which no handler makes; fromEntries forgets them.
  return Object.fromEntries(entries) as ErrorResponses<S>;
}

/** Declares a JSON answer. */
export const json = <T>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
});

import type { OpenAPIHono, RouteConfig, RouteHandler } from '@hono/zod-openapi';
import type { Result } from '../model/failure.ts';
import type { AppEnv } from './context.ts';
import { ErrorBody, failed, type FailureStatus } from './errors.ts';

type Handler<R extends RouteConfig> = RouteHandler<R, AppEnv>;
type Answer<R extends RouteConfig> = Awaited<ReturnType<Handler<R>>>;

/**
 * Mounts a declared route. The handler answers with one of the route's declared successes or with a failure, which
 * becomes its error body here and nowhere else.
 */
export function operation<R extends RouteConfig & { getRoutingPath(): string }>(
  routes: OpenAPIHono<AppEnv>,
  route: R,
  handle: (c: Parameters<Handler<R>>[0]) => Promise<Result<Answer<R>>>,
): void {
  const handler = async (c: Parameters<Handler<R>>[0]): Promise<Response> => {
    const result = await handle(c);
    // An answer is what c.json(), c.body() or new Response() made: a Response, whatever its type parameters say.
    return result.ok ? (result.value as Response) : failed(c, result.failure);
  };
  routes.openapi(route, handler);
}

const REASONS: Readonly<Record<FailureStatus, string>> = {
  400: 'The request is not what this operation takes, or the rules refuse it.',
  401: 'No valid access token came with the request.',
  403: 'The caller does not have the privilege that this operation needs.',
  404: 'There is no such thing in the contact center of the caller.',
  413: 'The body is larger than this operation takes.',
  415: 'The body has a content type or encoding that this operation does not take.',
};

type ErrorResponses<S extends FailureStatus> = Readonly<
  Record<S, { description: string; content: { 'application/json': { schema: typeof ErrorBody } } }>
>;

/** Declares the error answers of a route. */
export function errors<S extends FailureStatus>(...statuses: readonly S[]): ErrorResponses<S> {
  const entries = statuses.map((status) => [
    status,
    { description: REASONS[status], content: { 'application/json': { schema: ErrorBody } } },
  ]);
  // The keys are the statuses given, which fromEntries forgets.
  return Object.fromEntries(entries) as ErrorResponses<S>;
}

/** Declares a JSON answer. */
export const json = <T>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
});

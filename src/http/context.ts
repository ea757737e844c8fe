import { OpenAPIHono } from '@hono/zod-openapi';
import type { Result } from '../model/failures.ts';
import { refuseShape } from './errors.ts';

/** Who asks: the contact center that every query of the request names, and what the caller may do in it. */
export interface Caller {
  readonly ccid: string;
  readonly roles: readonly string[];
  /** The user's name or the client's id. */
  readonly subject: string;
}

/** Finds the caller of a request by its headers. */
export type Authenticate = (headers: Headers) => Promise<Result<Caller>>;

/** What middleware leaves for the handlers. `caller` is set by `requires` and stands on every route that has it. */
export interface AppEnv {
  readonly Variables: { authenticate: Authenticate; caller: Caller };
}

/** An empty router whose refused parameters and bodies answer in the service's error shape. */
export const newRouter = (): OpenAPIHono<AppEnv> => new OpenAPIHono<AppEnv>({ defaultHook: refuseShape });

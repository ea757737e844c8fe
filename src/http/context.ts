import { OpenAPIHono } from '@hono/zod-openapi';
import type { Authenticate, Caller } from '../identity/caller.ts';
import type { FactorDemand } from '../identity/factor-demand.ts';
import type { OwnSignIn } from '../identity/own-sign-in.ts';
import type { RecentCheck } from '../identity/sign-in-again.ts';
import type { AuditWriter } from '../model/audit/protocol.ts';
import type { Noted } from './audit/door.ts';
import type { Once } from '../jobs/once.ts';
import type { Keeping } from './idempotency-key.ts';
import { refuseShape } from './shape.ts';

/**
 * What middleware leaves for the handlers. `requestId` stands on every request; `caller` is set by `requires` and stands on
 * every route that has it.
 */
export interface AppEnv {
  readonly Variables: {
    requestId: string;
    authenticate: Authenticate;
    factorDemand: FactorDemand;
    recentCheck: RecentCheck;
    ownSignIn: OwnSignIn;
    caller: Caller;
    audit: AuditWriter;
    noted: Noted;
    keeping: Keeping;
    /** Stands on a request that came with an `Idempotency-Key`. */
    once: Once | undefined;
  };
}

/** An empty router whose refused parameters and bodies answer in the service's error shape. A path with a slash at its end is the same. */
export const newRouter = (): OpenAPIHono<AppEnv> =>
  new OpenAPIHono<AppEnv>({ defaultHook: refuseShape, strict: false });

import { fail } from '../model/failures.ts';
import { errorBody } from './errors.ts';
import { V10 } from './versions.ts';

/** The answer of a service whose environment is incomplete or wrong: there is no app yet. `health` tells its status as it always does. */
export function notConfigured(request: Request): Response {
  const asked = new URL(request.url).pathname.replace(/\/$/, '');
  const body =
    asked === `${V10.base}/health`
      ? { status: 'unavailable' }
      : errorBody(fail('not-configured', '').failure);
  return Response.json(body, { status: 503, headers: { 'Cache-Control': 'no-store' } });
}

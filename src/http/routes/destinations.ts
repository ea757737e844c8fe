import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { judgeDestination } from '../../jobs/delivery/judge-destination.ts';
import { tryDestination } from '../../jobs/delivery/try-destination.ts';
import { failureText } from '../../labels/failures/words.ts';
import type { Destination } from '../../model/destination.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { jsonText, projected } from '../lists/json-page.ts';
import type { DestinationBody, DestinationTestBody } from '../openapi/schemas-destination.ts';
import { operation } from '../operation.ts';
import type { Services } from '../services.ts';
import * as declaredDestinations from './destination-operations.ts';
import { jobWarnings } from './warnings.ts';

type DestinationServices = Pick<Services, 'config' | 'db' | 'jobs' | 'now' | 'askOutside'>;

/** The customer's buckets that jobs' files are copied to. */
export function destinationRoutes(services: DestinationServices): OpenAPIHono<AppEnv> {
  const { config, jobs } = services;
  const routes = newRouter();
  operation(routes, declaredDestinations.putDestination, async (c) => {
    const { ccid } = c.var.caller;
    const { id } = c.req.valid('param');
    const destination = await destinationAsked(services, ccid, { id, asked: c.req.valid('json') });
    if (!destination.ok) return destination;
    const changed = await jobs.setDestination(ccid, id, destination.value);
    if (!changed.ok) return changed;
    const warn = await jobWarnings(services, ccid);
    return ok(projected(c, warn(changed.value)));
  });
  operation(routes, declaredDestinations.deleteDestination, async (c) => {
    const { ccid } = c.var.caller;
    const { id } = c.req.valid('param');
    const known = await jobs.destinationOf(ccid, id);
    if (!known.ok) return known;
    if (known.value === null) return fail('no-destination', 'id');
    const changed = await jobs.setDestination(ccid, id, null);
    return changed.ok ? ok(c.body(null, 204)) : changed;
  });
  operation(routes, declaredDestinations.postDestinationTest, async (c) => {
    const { ccid } = c.var.caller;
    const asked = await testAsked(services, ccid, c.req.valid('json'));
    if (!asked.ok) return asked;
    const { destination, job } = asked.value;
    const speaking = { wrapKeys: config.wrapKeys, ask: services.askOutside };
    const tried = await tryDestination(speaking, destination, { ccid, job, now: services.now() });
    const message = tried.code === '' ? '' : failureText({ code: tried.code, field: '', data: {} });
    return ok(c.json({ ...tried, message }, 200));
  });
  operation(routes, declaredDestinations.postDelivery, async (c) => {
    const delivered = await jobs.deliver(c.var.caller.ccid, c.req.valid('param').id);
    return delivered.ok ? ok(jsonText(delivered.value, 202)) : delivered;
  });
  return routes;
}

/** A destination that is asked for of a job (or of one that is yet to be, null), judged, and with its secret wrapped. */
export async function destinationAsked(
  { config, jobs }: Pick<DestinationServices, 'config' | 'jobs'>,
  ccid: string,
  { id, asked }: { readonly id: number | null; readonly asked: z.infer<typeof DestinationBody> },
): Promise<Result<Destination>> {
  const known = id === null ? ok(null) : await jobs.destinationOf(ccid, id);
  return known.ok ? judgeDestination(config, { ccid, known: known.value }, asked) : known;
}

async function testAsked(
  services: Pick<DestinationServices, 'config' | 'jobs'>,
  ccid: string,
  { destination: asked, jobId }: z.infer<typeof DestinationTestBody>,
): Promise<Result<{ readonly destination: Destination; readonly job: number }>> {
  if (asked === undefined && jobId === undefined) return fail('missing', 'destination');
  const job = jobId ?? 0;
  if (asked !== undefined) {
    const destination = await destinationAsked(services, ccid, { id: jobId ?? null, asked });
    return destination.ok ? ok({ destination: destination.value, job }) : destination;
  }
  const own = await services.jobs.destinationOf(ccid, job);
  if (!own.ok) return own;
  return own.value ? ok({ destination: own.value, job }) : fail('no-destination', 'jobId');
}

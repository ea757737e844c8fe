import { Hono } from 'hono';
import worker, {
  Center,
  ExportJob as Original,
  RecordStore as Store,
  Registry,
} from '../../../../src/index.ts';
import {
  countD1,
  countDeliveries,
  countObject,
  countQueue,
  countR2,
  countRequest,
  countSql,
  takeCounts,
} from './counts.ts';
import { encode, load } from './encode.ts';

for (const { prototype } of [Original, Center, Registry, Store]) countObject(prototype);
export { AuditLog, Center, Registry } from '../../../../src/index.ts';

/** The job's object as it is, but that what it costs is counted. */
export class ExportJob extends Original {
  constructor(ctx: DurableObjectState, env: Env) {
    countSql(ctx.storage.sql);
    countBindings(env);
    super(ctx, env);
  }
}

/** The record store as it is, counted, too. */
export class RecordStore extends Store {
  constructor(ctx: DurableObjectState, env: Env) {
    countSql(ctx.storage.sql);
    super(ctx, env);
  }
}

function countBindings(env: Env): void {
  countD1(env.DB);
  countR2(env.BUCKET);
  countQueue(env.QUEUE);
}

/** The measure of the API: what Hono costs in this very runtime when it does nothing. */
const bare = new Hono().get('/bench/bare', (context) => context.text('nothing'));

type Route = (request: Request) => Response | Promise<Response>;

/** What only the bench asks for; everything else is the service's own. */
const ROUTES: Readonly<Record<string, Route>> = {
  '/bench/load': load,
  '/bench/encode': encode,
  '/bench/counts': takeCounts,
  '/bench/bare': (request) => bare.fetch(request),
};

/** The service with side doors for measuring. Never deployed: `npm run bench` alone starts it. */
export default {
  fetch(request, env, ctx) {
    const route = ROUTES[new URL(request.url).pathname];
    if (route) return route(request);
    countBindings(env);
    countRequest();
    return worker.fetch(request, env, ctx);
  },
  queue(batch, env) {
    countBindings(env);
    countRequest();
    countDeliveries(batch.messages.length);
    return worker.queue(batch, env);
  },
  /** Nothing of the bench waits for the clock: what a minute costs is not part of what a record costs. */
  async scheduled() {},
} satisfies ExportedHandler<Env>;

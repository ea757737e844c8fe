import { on, type Route } from './route.ts';
import { QUEUE_ROUTES } from './queue-routes.ts';
import { STORAGE_ROUTES } from './storage-routes.ts';
import { WORKER_ROUTES } from './worker-routes.ts';

/** The operations of Cloudflare's API that a deployment asks for, below `/accounts/<id>`. */
export const ROUTES: readonly Route[] = [
  on('GET', '/subscriptions', ({ account }) => [{ rate_plan: { id: account.plan } }]),
  ...STORAGE_ROUTES,
  ...QUEUE_ROUTES,
  ...WORKER_ROUTES,
];

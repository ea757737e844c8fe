import { useQuery } from '@tanstack/react-query';
import type { components } from '../../client/api.d.ts';
import type { WebhookEvent } from '../../model/webhook.ts';
import { QUERIES, SERVICE } from './session.ts';

/** An address that is told what happens, one that the audit log is streamed to, something that it was told, and what came of a test. */
export type WebhookRow = components['schemas']['Webhook'];
export type StreamRow = components['schemas']['AuditStream'];
export type DeliveryRow = components['schemas']['WebhookDelivery'];
export type TestOutcome = components['schemas']['WebhookTest'];

/** What an address is told: what happens to runs, files and certificates, or what the audit log has. */
export type HookKind = 'events' | 'audit';

const PATHS = { events: '/udm/v10/webhooks', audit: '/udm/v10/audit/streams' } as const;
const KEYS = { events: ['webhooks'], audit: ['streams'] } as const;
/** Deliveries go out within a minute: an open list shows them soon. One on which nothing waits asks when a run begins or ends (`ask-live.ts`). */
const WAITING_MS = 10_000;

export const useWebhooks = () =>
  useQuery({
    queryKey: KEYS.events,
    queryFn: async () => (await SERVICE.api.GET(PATHS.events)).data?.items ?? [],
  });

export const useStreams = () =>
  useQuery({
    queryKey: KEYS.audit,
    queryFn: async () => (await SERVICE.api.GET(PATHS.audit)).data?.items ?? [],
  });

/** What an address was told, the newest first. */
export const useDeliveries = (told: HookKind, id: string) =>
  useQuery({
    queryKey: [...KEYS[told], id],
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ state }) => state === 'waiting') ? WAITING_MS : false,
    queryFn: async () =>
      (await SERVICE.api.GET(`${PATHS[told]}/{id}/deliveries` as const, at(id))).data?.items ?? [],
  });

const at = (id: string) => ({ params: { path: { id } } });
const changed = (told: HookKind) => QUERIES.invalidateQueries({ queryKey: KEYS[told] });

/** Adds a webhook and answers its secret, which nobody can ask for again; "" of a mail address, which has none. */
export async function makeWebhook(body: {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly jobId: number | null;
}): Promise<string> {
  const { data } = await SERVICE.api.POST(PATHS.events, { body: { ...body, events: [...body.events] } });
  await changed('events');
  return data?.secret ?? '';
}

/** Has the audit log streamed to an address, and answers its secret. */
export async function makeStream(url: string): Promise<string> {
  const { data } = await SERVICE.api.POST(PATHS.audit, { body: { url } });
  await changed('audit');
  return data?.secret ?? '';
}

/** Makes another secret, and answers it. */
export async function renewWebhook(told: HookKind, id: string): Promise<string> {
  const { data } = await SERVICE.api.POST(`${PATHS[told]}/{id}/secret` as const, at(id));
  await changed(told);
  return data?.secret ?? '';
}

export async function switchWebhook(told: HookKind, id: string, enabled: boolean): Promise<void> {
  await SERVICE.api.PATCH(`${PATHS[told]}/{id}` as const, { ...at(id), body: { enabled } });
  await changed(told);
}

export async function tryWebhook(told: HookKind, id: string): Promise<TestOutcome | undefined> {
  return (await SERVICE.api.POST(`${PATHS[told]}/{id}/test` as const, at(id))).data;
}

export async function dropWebhook(told: HookKind, id: string): Promise<void> {
  await SERVICE.api.DELETE(`${PATHS[told]}/{id}` as const, at(id));
  await changed(told);
}

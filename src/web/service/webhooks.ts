import { useQuery } from '@tanstack/react-query';
import type { components } from '../../client/api.d.ts';
import type { WebhookEvent } from '../../model/webhook.ts';
import { QUERIES, SERVICE } from './session.ts';

/** An address that is told what happens, something that it was told, and what came of a test. */
export type WebhookRow = components['schemas']['Webhook'];
export type DeliveryRow = components['schemas']['WebhookDelivery'];
export type TestOutcome = components['schemas']['WebhookTest'];

const PATH = '/udm/v10/webhooks';
const KEY = ['webhooks'] as const;
/** Deliveries go out within a minute: an open list shows them soon. One on which nothing waits asks when a run begins or ends (`ask-live.ts`). */
const WAITING_MS = 10_000;

export const useWebhooks = () =>
  useQuery({
    queryKey: KEY,
    queryFn: async () => (await SERVICE.api.GET(PATH)).data?.items ?? [],
  });

/** What a webhook was told, the newest first. */
export const useDeliveries = (id: string) =>
  useQuery({
    queryKey: [...KEY, id],
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ state }) => state === 'waiting') ? WAITING_MS : false,
    queryFn: async () => (await SERVICE.api.GET(`${PATH}/{id}/deliveries`, at(id))).data?.items ?? [],
  });

const at = (id: string) => ({ params: { path: { id } } });
const changed = () => QUERIES.invalidateQueries({ queryKey: KEY });

/** Adds a webhook and answers its secret, which nobody can ask for again. */
export async function makeWebhook(body: {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly jobId: number | null;
}): Promise<string> {
  const { data } = await SERVICE.api.POST(PATH, { body: { ...body, events: [...body.events] } });
  await changed();
  return data?.secret ?? '';
}

/** Makes another secret, and answers it. */
export async function renewWebhook(id: string): Promise<string> {
  const { data } = await SERVICE.api.POST(`${PATH}/{id}/secret`, at(id));
  await changed();
  return data?.secret ?? '';
}

export async function switchWebhook(id: string, enabled: boolean): Promise<void> {
  await SERVICE.api.PATCH(`${PATH}/{id}`, { ...at(id), body: { enabled } });
  await changed();
}

export async function tryWebhook(id: string): Promise<TestOutcome | undefined> {
  return (await SERVICE.api.POST(`${PATH}/{id}/test`, at(id))).data;
}

export async function dropWebhook(id: string): Promise<void> {
  await SERVICE.api.DELETE(`${PATH}/{id}`, at(id));
  await changed();
}

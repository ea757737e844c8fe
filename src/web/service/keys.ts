import type { components, paths } from '../../client/api.d.ts';
import { queryOf, type ListState } from '../address/list-state.ts';
import { listPage, usePage } from './lists.ts';
import type { GivenRole } from './roles.ts';
import { QUERIES, SERVICE } from './session.ts';

export type ApiKeyRow = components['schemas']['ApiKey'];
export type ClientRow = components['schemas']['OAuthClient'];

const KEYS = '/udm/v10/api-keys';
const CLIENTS = '/udm/v10/clients';

/** A page of API keys. */
export const useApiKeys = (state: ListState) =>
  usePage<ApiKeyRow>('api-keys', state, async (asked, signal) => {
    // The address may name any column; the service refuses those that it cannot order by.
    const query = queryOf(asked) as NonNullable<paths[typeof KEYS]['get']['parameters']['query']>;
    return listPage((await SERVICE.api.GET(KEYS, { params: { query }, signal })).data);
  });

/** A page of OAuth clients. */
export const useClients = (state: ListState) =>
  usePage<ClientRow>('clients', state, async (asked, signal) => {
    const query = queryOf(asked) as NonNullable<paths[typeof CLIENTS]['get']['parameters']['query']>;
    return listPage((await SERVICE.api.GET(CLIENTS, { params: { query }, signal })).data);
  });

/** Makes an API key and answers the key itself, which nobody can ask for again. */
export async function makeApiKey(
  name: string,
  { roles, expiresAt }: { readonly roles: readonly GivenRole[]; readonly expiresAt: string | null },
): Promise<string> {
  const alone = roles.length > 0 ? { roles: [...roles] } : {};
  const body = { name, ...alone, ...(expiresAt === null ? {} : { expiresAt }) };
  const { data } = await SERVICE.api.POST(KEYS, { body });
  await QUERIES.invalidateQueries({ queryKey: ['api-keys'] });
  return data?.key ?? '';
}

export async function renameApiKey(id: string, name: string): Promise<void> {
  await SERVICE.api.PATCH(`${KEYS}/{id}`, { params: { path: { id } }, body: { name } });
  await QUERIES.invalidateQueries({ queryKey: ['api-keys'] });
}

/** Makes another key in the place of one, and answers it. */
export async function renewApiKey(id: string): Promise<string> {
  const { data } = await SERVICE.api.POST(`${KEYS}/{id}/secret`, { params: { path: { id } } });
  return data?.key ?? '';
}

export async function deleteApiKey(id: string): Promise<void> {
  await SERVICE.api.DELETE(`${KEYS}/{id}`, { params: { path: { id } } });
  await QUERIES.invalidateQueries({ queryKey: ['api-keys'] });
}

/** Makes an OAuth client and answers its id and its secret, which nobody can ask for again. */
export async function makeClient(
  name: string,
  { roles, redirectUris }: { readonly roles: readonly GivenRole[]; readonly redirectUris: readonly string[] },
): Promise<{ readonly id: string; readonly secret: string }> {
  const { data } = await SERVICE.api.POST(CLIENTS, {
    body: { name, roles: [...roles], redirectUris: [...redirectUris] },
  });
  await QUERIES.invalidateQueries({ queryKey: ['clients'] });
  return { id: data?.id ?? '', secret: data?.secret ?? '' };
}

/** Puts other roles in the place of a client's. */
export async function giveClientRoles(id: string, roles: readonly GivenRole[]): Promise<void> {
  await SERVICE.api.PATCH(`${CLIENTS}/{id}`, { params: { path: { id } }, body: { roles: [...roles] } });
  await QUERIES.invalidateQueries({ queryKey: ['clients'] });
}

/** Puts other addresses in the place of those that a browser may be sent back to. */
export async function giveClientRedirects(id: string, redirectUris: readonly string[]): Promise<void> {
  const body = { redirectUris: [...redirectUris] };
  await SERVICE.api.PATCH(`${CLIENTS}/{id}`, { params: { path: { id } }, body });
  await QUERIES.invalidateQueries({ queryKey: ['clients'] });
}

export async function renameClient(id: string, name: string): Promise<void> {
  await SERVICE.api.PATCH(`${CLIENTS}/{id}`, { params: { path: { id } }, body: { name } });
  await QUERIES.invalidateQueries({ queryKey: ['clients'] });
}

/** Makes another secret in the place of a client's, and answers it. */
export async function renewClientSecret(id: string): Promise<string> {
  const { data } = await SERVICE.api.POST(`${CLIENTS}/{id}/secret`, { params: { path: { id } } });
  return data?.secret ?? '';
}

export async function deleteClient(id: string): Promise<void> {
  await SERVICE.api.DELETE(`${CLIENTS}/{id}`, { params: { path: { id } } });
  await QUERIES.invalidateQueries({ queryKey: ['clients'] });
}

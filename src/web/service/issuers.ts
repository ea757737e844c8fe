import { useQuery } from '@tanstack/react-query';
import type { components } from '../../client/api.d.ts';
import { QUERIES, SERVICE } from './session.ts';

export type Issuer = components['schemas']['Issuer'];
export type IssuerToAdd = components['schemas']['NewIssuer'];
export type ChangedIssuer = components['schemas']['IssuerChange'];

const ISSUERS = '/udm/v10/issuers';
const KEY = ['issuers'] as const;

/** The outside issuers of the contact center. */
export const useIssuers = () =>
  useQuery({
    queryKey: KEY,
    queryFn: async () => (await SERVICE.api.GET(ISSUERS)).data?.items ?? [],
  });

export async function nameIssuer(body: IssuerToAdd): Promise<void> {
  await SERVICE.api.POST(ISSUERS, { body });
  await QUERIES.invalidateQueries({ queryKey: KEY });
}

/** Changes what is given and leaves the rest. */
export async function saveIssuer(id: string, body: ChangedIssuer): Promise<void> {
  await SERVICE.api.PATCH(`${ISSUERS}/{id}`, { params: { path: { id } }, body });
  await QUERIES.invalidateQueries({ queryKey: KEY });
}

export async function deleteIssuer(id: string): Promise<void> {
  await SERVICE.api.DELETE(`${ISSUERS}/{id}`, { params: { path: { id } } });
  await QUERIES.invalidateQueries({ queryKey: KEY });
}

import { useQuery } from '@tanstack/react-query';
import type { components } from '../../client/api.d.ts';
import { QUERIES, SERVICE } from './session.ts';

/** What the contact center demands of those who come. */
export type Demands = components['schemas']['Settings'];
const KEY = ['settings'] as const;

export const useDemands = () =>
  useQuery({
    queryKey: KEY,
    queryFn: async () => (await SERVICE.api.GET('/udm/v10/settings')).data ?? null,
  });

/** Changes what is given and leaves the rest. */
export async function changeDemands(body: Partial<Demands>): Promise<void> {
  const { data } = await SERVICE.api.PATCH('/udm/v10/settings', { body });
  QUERIES.setQueryData(KEY, data);
  // Who may replace the certificate is one of them.
  await QUERIES.invalidateQueries({ queryKey: ['me'] });
}

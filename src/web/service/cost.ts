import { useQuery } from '@tanstack/react-query';
import type { components } from '../../client/api.d.ts';
import { QUERIES, SERVICE } from './session.ts';

/** What this month has cost the contact center. */
export type ShownCost = components['schemas']['Cost'];
const KEY = ['cost'] as const;

export const useCost = () =>
  useQuery<ShownCost | null>({
    queryKey: KEY,
    queryFn: async () => (await SERVICE.api.GET('/udm/v10/cost')).data ?? null,
  });

/** Says what is to be spent in a month; 0 for no budget. */
export async function changeBudget(budget: number): Promise<void> {
  await SERVICE.api.PATCH('/udm/v10/settings', { body: { budget } });
  await QUERIES.invalidateQueries({ queryKey: KEY });
}

import { useQuery } from '@tanstack/react-query';
import type { components } from '../../client/api.d.ts';
import { SERVICE } from './session.ts';

/** A role as the service takes it. */
export type GivenRole = components['schemas']['NewUser']['roles'][number];

/** The table of roles with their privileges. */
export const useRoles = () =>
  useQuery({
    queryKey: ['roles'],
    staleTime: 300_000,
    queryFn: async () => (await SERVICE.api.GET('/udm/v10/roles')).data?.items ?? [],
  });

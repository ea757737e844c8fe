import { useQuery } from '@tanstack/react-query';
import type { paths } from '../../client/api.d.ts';
import { SERVICE } from './session.ts';

/** How people of a contact center sign in. */
type SignInWays = paths['/auth/v3/issuers']['get']['responses']['200']['content']['application/json'];

/** Asked by contact center alone: the service tells nobody which users there are. */
export const useSignInWays = (tenant: string, wanted: boolean) =>
  useQuery({
    queryKey: ['sign-in-ways', tenant],
    enabled: wanted,
    queryFn: async (): Promise<SignInWays> => {
      const { data } = await SERVICE.api.GET('/auth/v3/issuers', {
        params: { query: tenant ? { tenant } : {} },
      });
      return data ?? { items: [], passwords: true };
    },
  });

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

/** The address that signs in at an issuer, and comes back to where the browser is now; `again` has the issuer ask who it is. */
export function outsideAddress(issuer: string, again: boolean): string {
  const { pathname, search } = location;
  const to = pathname === '/sign-in' ? '/' : `${pathname}${search}`;
  return `/auth/v3/sign-in/outside?${new URLSearchParams({ issuer, to, ...(again ? { again: 'true' } : {}) }).toString()}`;
}

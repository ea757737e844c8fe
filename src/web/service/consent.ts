import { useQuery } from '@tanstack/react-query';
import type { paths } from '../../client/api.d.ts';
import { SERVICE } from './session.ts';

/** Which program asks for what. */
export type ConsentRequest =
  paths['/auth/v3/oauth/consent']['get']['responses']['200']['content']['application/json'];

/** What the query of an authorization request asks for. */
export const useConsentRequest = (request: string) =>
  useQuery({
    queryKey: ['consent', request],
    queryFn: async () =>
      (await (await SERVICE.send(`/auth/v3/oauth/consent${request}`)).json()) as ConsentRequest, // as the API document has it
    retry: false,
    refetchOnWindowFocus: false,
  });

/** Answers the program, and tells where the browser goes next. */
export async function decideConsent(request: string, allow: boolean): Promise<string> {
  const { data } = await SERVICE.api.POST('/auth/v3/oauth/consent', {
    body: { request: request.replace(/^\?/, ''), allow },
  });
  if (!data) throw new Error('the decision was answered with nothing');
  return data.location;
}

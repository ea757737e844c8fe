import { useQuery } from '@tanstack/react-query';
import type { components, paths } from '../../client/api.d.ts';
import { queryOf, type ListState } from '../address/list-state.ts';
import { listPage, usePage } from './lists.ts';
import type { GivenRole } from './roles.ts';
import { QUERIES, SERVICE } from './session.ts';

export type Person = components['schemas']['User'];
/** A link by which somebody chooses a password; it is known to whoever made it, and once. */
export interface InvitationLink {
  readonly name: string;
  readonly link: string;
  readonly until: string;
}

const BASE = '/udm/v10/users';
type Asked = NonNullable<paths[typeof BASE]['get']['parameters']['query']>;

const changed = () => QUERIES.invalidateQueries({ queryKey: ['users'] });
const named = (name: string) => ({ params: { path: { name } } });

/** A page of users. */
export const usePeople = (state: ListState) =>
  usePage<Person>('users', state, async (asked, signal) => {
    // The address may name any column; the service refuses those that it cannot order by.
    const query = { ...queryOf(asked), bgUpdate: true } as Asked;
    return listPage((await SERVICE.api.GET(BASE, { params: { query }, signal })).data);
  });

/** Names of the administrators who can sign in: while there is one alone, the service refuses whatever would take that one away. */
export const useAdministrators = () =>
  useQuery({
    queryKey: ['users', 'administrators'],
    queryFn: async () => {
      const query = { role: 'administrator', disabled: false, size: 100 };
      const { data } = await SERVICE.api.GET(BASE, { params: { query } });
      return (data?.items ?? []).filter(({ invited }) => !invited).map(({ name }) => name);
    },
  });

/** Adds somebody, who chooses a password by the link of the answer. */
export async function addPerson(name: string, roles: readonly GivenRole[]): Promise<InvitationLink> {
  const { data } = await SERVICE.api.POST(BASE, { body: { name, roles: [...roles] } });
  await changed();
  return { name, link: data?.invitation ?? '', until: data?.invitationExpiresAt ?? '' };
}

/** Makes another link, as for a forgotten password; earlier ones are good no more. */
export async function inviteAgain(name: string): Promise<InvitationLink> {
  const { data } = await SERVICE.api.POST(`${BASE}/{name}/invitation`, named(name));
  return { name, link: data?.invitation ?? '', until: data?.invitationExpiresAt ?? '' };
}

async function change(name: string, body: components['schemas']['UserChange']): Promise<void> {
  await SERVICE.api.PATCH(`${BASE}/{name}`, { ...named(name), body });
  await changed();
}

export const giveRoles = (name: string, roles: readonly GivenRole[]): Promise<void> =>
  change(name, { roles: [...roles] });
/** Lets somebody sign in no more, or again. */
export const disablePerson = (name: string, disabled: boolean): Promise<void> => change(name, { disabled });

/** Signs somebody out of every browser and client. */
export async function endSessionsOf(name: string): Promise<void> {
  await SERVICE.api.DELETE(`${BASE}/{name}/sessions`, named(name));
}

/** Takes a second factor away that somebody has lost. */
export async function resetSecondFactorOf(name: string): Promise<void> {
  await SERVICE.send(`${BASE}/${encodeURIComponent(name)}/second-factor`, { method: 'DELETE' });
  await changed();
}

export async function deletePerson(name: string): Promise<void> {
  await SERVICE.api.DELETE(`${BASE}/{name}`, named(name));
  await changed();
}

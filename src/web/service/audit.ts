import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { components } from '../../client/api.d.ts';
import { DAY_MS, formatInstant } from '../../model/instant.ts';
import type { ListState } from '../address/list-state.ts';
import { SERVICE } from './session.ts';

export type AuditEntry = components['schemas']['AuditEntry'];

const PATH = '/udm/v10/audit';
/** Entries that are asked for at once. */
const SIZE = 50;

/** The filters of the page as the service takes them: days of UTC, the last one included. */
function asked({ filters, order }: ListState): Readonly<Record<string, string | boolean>> {
  const { from, until, ...same } = filters;
  const to = until === undefined ? Number.NaN : Date.parse(until) + DAY_MS;
  return {
    ...same,
    ...(from === undefined ? {} : { startDate: from }),
    ...(Number.isNaN(to) ? {} : { endDate: formatInstant(to) }),
    ...(order ? { orderField: 'id', descAsc: order.descending } : {}),
  };
}

async function pageOf(state: ListState, cursor: string, signal: AbortSignal) {
  const query = { ...asked(state), size: SIZE, cursor };
  const { data } = await SERVICE.api.GET(PATH, { params: { query }, signal });
  // Without `Accept: application/x-ndjson` the answer is a page.
  return data as components['schemas']['AuditPage'];
}

/** Entries of the log, page after page by cursor: what is added meanwhile neither repeats nor hides another. */
export const useAudit = (state: ListState) =>
  useInfiniteQuery({
    queryKey: ['audit', state],
    placeholderData: keepPreviousData,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => pageOf(state, pageParam, signal),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Both ends of the chain. */
export const useAuditChain = () =>
  useQuery({
    queryKey: ['audit', 'chain'],
    queryFn: async () => (await SERVICE.api.GET(`${PATH}/chain`)).data ?? null,
  });

/** What matches, as JSON Lines. */
export async function auditLines(state: ListState): Promise<Blob> {
  const query = new URLSearchParams(Object.entries(asked(state)).map(([name, value]) => [name, `${value}`]));
  const headers = { Accept: 'application/x-ndjson' };
  return (await SERVICE.send(`${PATH}?${query}`, { headers })).blob();
}

import { useQuery } from '@tanstack/react-query';
import { PageRefusal } from '../../client/page-session.ts';
import { moves } from './lists.ts';
import { SERVICE } from './session.ts';

const MOVING_MS = 2_000;

/** One job. */
export const useJob = (id: number | null) =>
  useQuery({
    queryKey: ['job', id],
    enabled: id !== null,
    queryFn: async () =>
      (await SERVICE.api.GET('/udm/v10/export/jobs/{id}', { params: { path: { id: id ?? 0 } } })).data ??
      null,
  });

/** One run; asked again while it moves. */
export const useRun = (id: number | null) =>
  useQuery({
    queryKey: ['run', id],
    enabled: id !== null,
    refetchInterval: ({ state: { data } }) => (data && moves(data) ? MOVING_MS : false),
    queryFn: async () =>
      (await SERVICE.api.GET('/udm/v10/export/history/{id}', { params: { path: { id: id ?? 0 } } })).data ??
      null,
  });

/** How far a run is, told by itself; asked while it is looked at. */
export const useProgress = (id: number, on: boolean) =>
  useQuery({
    queryKey: ['run', id, 'progress'],
    enabled: on,
    refetchInterval: MOVING_MS,
    queryFn: async () =>
      (await SERVICE.api.GET('/udm/v10/export/history/{id}/progress', { params: { path: { id } } })).data ??
      null,
  });

/** The certificate on file; null where there is none. */
export const useCertificate = () =>
  useQuery({
    queryKey: ['certificate'],
    staleTime: 60_000,
    queryFn: async () => {
      try {
        return (await SERVICE.api.GET('/udm/v10/cipher')).data ?? null;
      } catch (error) {
        if (error instanceof PageRefusal && error.status === 404) return null;
        throw error;
      }
    },
  });

/** The media types that jobs can name: the platform's, and those of the center's own records. */
export const useMediaTypes = () =>
  useQuery({
    queryKey: ['media'],
    staleTime: 300_000,
    queryFn: async () => {
      const query = { source: 'UCS', dataType: 'Interaction' };
      return (await SERVICE.api.GET('/udm/v10/data/sub-types', { params: { query } })).data ?? [];
    },
  });

const MOVING: readonly string[] = ['Queued', 'In Progress'];

/** Whether a job or run is on its way, by its label. */
export const moves = ({ status }: { readonly status: string }): boolean => MOVING.includes(status);

/** Whether a run's files are on their way to a bucket, or about to be. */
export const delivers = ({
  delivery,
}: {
  readonly delivery?: { readonly state: string; readonly code: string };
}): boolean => delivery?.state === 'delivering' || (delivery?.state === 'waiting' && delivery.code === '');

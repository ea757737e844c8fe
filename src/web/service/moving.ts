const MOVING: readonly string[] = ['Queued', 'In Progress'];

/** Whether a job or run is on its way, by its label. */
export const moves = ({ status }: { readonly status: string }): boolean => MOVING.includes(status);

/** By what a source knows a run. */
export const readerOf = ({ jobId, runId }: { readonly jobId: number; readonly runId: number }): string =>
  `${jobId}/${runId}`;

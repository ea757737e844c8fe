/** Where a job's records come from: the value that is stored and the label that the API shows. */
export const SOURCES = { UCS: 'Contact History' } as const;

/** What a job exports: everything in its window (UCS), or what changed since its last Finished run (DataSync). */
export const EXPORT_TYPES = ['UCS', 'DataSync'] as const;
export type ExportType = (typeof EXPORT_TYPES)[number];

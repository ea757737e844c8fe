/** Names of Durable Objects. A job's holds the contact center, so that no id reaches another center's job. */
export const jobObjectName = (ccid: string, jobId: number): string => `${encodeURIComponent(ccid)}/${jobId}`;

/** The one object that knows what a deployment must know beside D1. */
export const REGISTRY_NAME = 'registry';

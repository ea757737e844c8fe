import { DATA_TYPES, type DataType } from './records.ts';

/** Names of Durable Objects. A job's holds the contact center, so that no id reaches another center's job. */
export const jobObjectName = (ccid: string, jobId: number): string => `${encodeURIComponent(ccid)}/${jobId}`;

/** The one object that knows what a deployment must know beside D1. */
export const REGISTRY_NAME = 'registry';

/** A chain of the audit log: a contact center's, or the platform's own (null), of callers that have none. */
export type AuditChain = string | null;

/** The object of a chain. Those of contact centers begin with `center/`. */
export const auditObjectName = (chain: AuditChain): string =>
  chain === null ? 'platform' : `center/${encodeURIComponent(chain)}`;

/** The store of a contact center's records of one data type. */
export const recordStoreName = (ccid: string, type: DataType): string =>
  `${encodeURIComponent(ccid)}/${type}`;

/** Whose store of what has this name. */
export function storeOfName(name: string): { readonly ccid: string; readonly type: DataType } {
  const [ccid = '', last] = name.split('/');
  const type = DATA_TYPES.find((one) => one === last);
  if (!type) throw new Error('a store of records has another name');
  return { ccid: decodeURIComponent(ccid), type };
}

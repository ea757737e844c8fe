import type { JobFacts, Plan } from '../model/protocol.ts';
import { dataTypesOf, dataTypeOf, type DataType, type Kind } from '../model/records.ts';
import { readerOf } from '../records/source/reader.ts';
import type { PinnedScope, Scope } from '../records/source/source.ts';

/** What is asked for of one data type, but for the change numbers, which the plan fixes. */
export type AskedScope = Omit<Scope, 'changes'>;

/** What a run asks the source for, a scope a data type: a person's run reads the interactions of a contact, and the contact itself. */
export const scopesOf = (job: JobFacts): readonly AskedScope[] =>
  dataTypesOf(job.type).map((type) => scopeOf(job, type));

function scopeOf({ ccid, contactId, attachments, ...job }: JobFacts, type: DataType): AskedScope {
  const own = contactId === null ? [] : [{ name: 'CONTACTID', operator: 'eq', value: contactId }];
  const { from, to, media, filters } = job;
  const all = { ccid, type, attachments, from: null, to: null, media: null };
  if (type === 'Interaction') return { ...all, from, to, media, filters: [...own, ...filters] };
  // The contact of a person comes along whatever is asked of its interactions.
  return job.type === 'Person' ? { ...all, filters: own } : { ...all, from, to, filters };
}

/** The same as it was when the run was planned. */
export function pinnedScopes(job: JobFacts, { changes, version, contacts }: Plan): readonly PinnedScope[] {
  const reader = readerOf(job);
  return scopesOf(job).map((scope, index) => {
    const pinned = index === 0 ? version : contacts;
    if (pinned === null) throw new Error('a run reads a version of the records');
    return { ...scope, changes, snapshot: { reader, version: pinned } };
  });
}

/** The scope that an entry is of. */
export function scopeWith(scopes: readonly PinnedScope[], kind: Kind): PinnedScope {
  const found = scopes.find(({ type }) => type === dataTypeOf(kind));
  if (!found) throw new Error(`the run reads no ${kind}`);
  return found;
}

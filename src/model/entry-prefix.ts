import { CONTACT_ENTITY, INTERACTION_ENTITIES, type Kind } from './records.ts';

/** What the name of a data entry begins with; the job's id follows. */
export function entryPrefix({ kind, entity }: { readonly kind: Kind; readonly entity: number }): string {
  if (entity === CONTACT_ENTITY) return kind === 'contacts' ? 'Contact' : 'ContactAttribute';
  const found = INTERACTION_ENTITIES.find(({ code }) => code === entity);
  if (!found) throw new Error(`no interaction has the entity type ${entity}`);
  return kind === 'documents' ? `${found.name}-Attachment` : found.name;
}

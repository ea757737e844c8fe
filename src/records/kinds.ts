import { KINDS, KINDS_OF, type DataType, type Kind } from '../model/records.ts';

/** Which properties of a record are its key, its date or its owner, by kind (README.md, "What a record must contain"). */
type KindRule = OwnerRule | MemberRule;

/** Interactions and contacts: they have a place of their own. */
export interface OwnerRule {
  readonly role: 'owner';
  readonly id: string;
  readonly date: string;
  readonly members: Kind;
}

/** Documents and contact attributes: their place is their owner's. */
interface MemberRule {
  readonly role: 'member';
  readonly id: string;
  readonly owner: string;
  readonly owners: Kind;
}

export const KIND_RULES: Readonly<Record<Kind, KindRule>> = {
  interactions: { role: 'owner', id: 'IXNID', date: 'STARTDATE', members: 'documents' },
  documents: { role: 'member', id: 'ID', owner: 'ENTITYID', owners: 'interactions' },
  contacts: { role: 'owner', id: 'CONTACTID', date: 'CREATEDDATE', members: 'contact-attributes' },
  'contact-attributes': { role: 'member', id: 'ID', owner: 'CONTACTID', owners: 'contacts' },
};

/** The rule of the owners of a data type. */
export function ownerRuleOf(type: DataType): OwnerRule {
  const rule = KIND_RULES[KINDS_OF[type].owners];
  if (rule.role !== 'owner') throw new Error(`the owners of ${type} are members`);
  return rule;
}

/** The number that stands for a kind in the tables `records` and `counters`. */
export const kindCode = (kind: Kind): number => KINDS.indexOf(kind);

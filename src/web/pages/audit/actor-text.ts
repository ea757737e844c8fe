import type { AuditEntry } from '../../service/audit.ts';
import type { Words } from '../../words/words.ts';

/** Who did it: a name, or what there is in the place of one. */
export const actorText = ({ type, name }: AuditEntry['actor'], words: Words): string =>
  name || words.named(`audit.actor.${type}`, type);

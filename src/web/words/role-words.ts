import type { Words } from './words.ts';

/** Roles as a person reads them; one that this service does not know is shown by its name. */
export const rolesInWords = (words: Words, roles: readonly string[]): string =>
  roles.map((role) => words.named(`role.${role}`, role)).join(', ');

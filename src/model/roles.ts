/** What a caller may be allowed to do. Every operation of the API but the public ones asks for exactly one. */
export const PRIVILEGES = [
  'cipher.read',
  'cipher.write',
  'jobs.read',
  'jobs.write',
  'history.read',
  'history.write',
  'files.read',
  'files.download',
  'files.write',
  'data.read',
  'import',
  'contacts.erase',
  'service.inspect',
] as const;
export type Privilege = (typeof PRIVILEGES)[number];

/** What an exporter has no part in. */
const RESERVED: readonly Privilege[] = ['import', 'contacts.erase', 'service.inspect'];

/** Roles as users and tokens carry them, and the privileges of each. */
export const ROLES: Readonly<Record<string, readonly Privilege[]>> = {
  exporter: PRIVILEGES.filter((privilege) => !RESERVED.includes(privilege)),
  importer: ['import'],
  administrator: PRIVILEGES,
  auditor: PRIVILEGES.filter((privilege) => privilege.endsWith('.read')),
};

/** Whether one of `roles` brings `privilege`. A role that this service does not know brings nothing. */
export const allows = (roles: readonly string[], privilege: Privilege): boolean =>
  roles.some((role) => Object.hasOwn(ROLES, role) && ROLES[role]?.includes(privilege));

/** What `roles` bring together, in the order of the table. */
export const privilegesOf = (roles: readonly string[]): readonly Privilege[] =>
  PRIVILEGES.filter((privilege) => allows(roles, privilege));

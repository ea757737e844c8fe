/** What a caller may be allowed to do. Every operation of the API but the public ones, and those on oneself, asks for exactly one. */
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
  'users.read',
  'users.write',
  'audit.read',
  'audit.stream',
  'service.inspect',
] as const;
export type Privilege = (typeof PRIVILEGES)[number];

/** A role: what it brings, and what that means to whoever gives it to somebody. */
export interface Role {
  readonly privileges: readonly Privilege[];
  readonly description: string;
}

/** What an exporter has no part in. */
const RESERVED: readonly Privilege[] = [
  'import',
  'contacts.erase',
  'users.read',
  'users.write',
  'audit.read',
  'audit.stream',
  'service.inspect',
];

export const ROLE_NAMES = ['exporter', 'importer', 'administrator', 'auditor', 'security'] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

/** Roles as users and tokens carry them. */
export const ROLES: Readonly<Record<RoleName, Role>> = {
  exporter: {
    privileges: PRIVILEGES.filter((privilege) => !RESERVED.includes(privilege)),
    description:
      'Defines jobs, replaces the certificate, downloads files. Who may do both of the latter can read everything that is exported; a contact center can keep the certificate to administrators.',
  },
  importer: { privileges: ['import'], description: 'Brings records in, and sees none.' },
  administrator: {
    privileges: PRIVILEGES,
    description:
      'Does everything. Only an administrator makes, changes and removes who manages access: administrators and `security`.',
  },
  auditor: {
    privileges: PRIVILEGES.filter((privilege) => privilege.endsWith('.read')),
    description:
      'Sees jobs, history, the list of files, users and the audit log; downloads and changes nothing.',
  },
  security: {
    privileges: ['users.read', 'users.write', 'audit.read', 'audit.stream'],
    description:
      'Manages users, clients and API keys of every role but administrator and security, reads the audit log, and says where it is streamed to. Sees no data and gives itself no role; that it could make somebody who does is what the audit log shows.',
  },
};

/** Whether one of `roles` brings `privilege`. A role that this service does not know brings nothing. */
export const allows = (roles: readonly string[], privilege: Privilege): boolean =>
  ROLE_NAMES.some((role) => roles.includes(role) && ROLES[role].privileges.includes(privilege));

/** What `roles` bring together, in the order of the table. */
export const privilegesOf = (roles: readonly string[]): readonly Privilege[] =>
  PRIVILEGES.filter((privilege) => allows(roles, privilege));

/** Whether `roles` make an administrator. */
export const isAdministrator = (roles: readonly string[]): boolean => roles.includes('administrator');

/** Whether somebody with `before` roles gets to manage access, or all of it, by `after`. */
export const isPromoted = (before: readonly string[], after: readonly string[]): boolean =>
  (allows(after, 'users.write') && !allows(before, 'users.write')) ||
  (isAdministrator(after) && !isAdministrator(before));

/**
 * Whether who has `own` roles may make, change or remove somebody with `others`: who manages access is for administrators. Two who manage
 * would give each other what neither gives to oneself, and so would one with a key.
 */
export const mayManage = (own: readonly string[], others: readonly string[]): boolean =>
  isAdministrator(own) || !allows(others, 'users.write');

import type { RoleName } from './roles.ts';

/** Algorithms by which an outside issuer may sign: by public keys alone. `none` and HMAC are not among them, whatever a token says. */
export const ISSUER_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;

/** What an issuer's own roles are here, unless it is said otherwise. */
export const DEFAULT_ROLE_NAMES: Readonly<Record<string, RoleName>> = {
  'UDM UCSX Exporter': 'exporter',
  'UDM UCSX Importer': 'importer',
  'UDM UCSX Auditor': 'auditor',
  'UDM UCSX Security': 'security',
  'UDM UCSX Administrator': 'administrator',
};

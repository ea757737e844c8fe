import { isAdministrator, privilegesOf, type Privilege } from './roles.ts';

/** What a contact center decides of access to it. */
export interface CenterSettings {
  /** Whether a request by token has to carry one of the center's API keys. */
  readonly requireApiKey: boolean;
  /** Whether the certificate is for administrators alone. */
  readonly cipherByAdministratorsOnly: boolean;
  /** Roles that need a second factor; `["all"]` for everybody, none unless decided. */
  readonly secondFactor: readonly string[];
}

/** Of a center that has decided nothing. */
export const DEFAULT_SETTINGS: CenterSettings = {
  requireApiKey: false,
  cipherByAdministratorsOnly: false,
  secondFactor: [],
};

/** Whether somebody with these roles needs a second factor. */
export const needsSecondFactor = ({ secondFactor }: CenterSettings, roles: readonly string[]): boolean =>
  secondFactor.includes('all') || roles.some((role) => secondFactor.includes(role));

/** What roles bring together in a contact center that has decided so. */
export const privilegesUnder = (
  { cipherByAdministratorsOnly }: CenterSettings,
  roles: readonly string[],
): readonly Privilege[] =>
  privilegesOf(roles).filter(
    (privilege) => privilege !== 'cipher.write' || !cipherByAdministratorsOnly || isAdministrator(roles),
  );

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

/** What is changed of settings; what is undefined stays. */
export type ChangedSettings = { readonly [S in keyof CenterSettings]?: CenterSettings[S] | undefined };

/** Which setting a change makes demand less than it does, or null. Who demanded it need not be who may change settings. */
export function liftedBy(
  settings: CenterSettings,
  { requireApiKey, secondFactor }: ChangedSettings,
): 'requireApiKey' | 'secondFactor' | null {
  if (settings.requireApiKey && requireApiKey === false) return 'requireApiKey';
  const asked = (role: string) => secondFactor?.includes('all') || secondFactor?.includes(role);
  return secondFactor && !settings.secondFactor.every(asked) ? 'secondFactor' : null;
}

/** What roles bring together in a contact center that has decided so. */
export const privilegesUnder = (
  { cipherByAdministratorsOnly }: CenterSettings,
  roles: readonly string[],
): readonly Privilege[] =>
  privilegesOf(roles).filter(
    (privilege) => privilege !== 'cipher.write' || !cipherByAdministratorsOnly || isAdministrator(roles),
  );

/**
 * Schemas and operations of v10 that were declared before the rules were there, and do not keep them yet. The list gets shorter only: what
 * is mended must go from it.
 */
const BEHIND = [
  ...`User AddedUser NewUser Invitation UserChange InvitedUser AcceptedInvitation OAuthClient AddedClient NewClient ClientChange
  ApiKey AddedApiKey NewApiKey Roles Settings SettingsChange Me PasswordChange AuditEntry AuditChain UserInfo ServerMetadata
  JsonWebKeySet JsonWebKey`.split(/\s+/),
  'get /udm/v10/users',
  'get /udm/v10/audit',
  'post /auth/v3/oauth/revoke',
];

const isOf = (name: string, finding: string): boolean =>
  finding.startsWith(name) && /^[:. ]/.test(finding.slice(name.length));

/** The findings of the rules without those that are known, and the names of the list that nothing is found of any more. */
export function withoutKnown(findings: readonly string[]): readonly string[] {
  const mended = BEHIND.filter((name) => !findings.some((finding) => isOf(name, finding)));
  return [
    ...findings.filter((finding) => !BEHIND.some((name) => isOf(name, finding))),
    ...mended.map(
      (name) => `${name} keeps the rules now: take it from the list in scripts/check/api/behind.ts`,
    ),
  ];
}

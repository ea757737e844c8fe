import type { Udm } from './command.ts';

/** Says what the service warns of: that the certificate ends, or ends before a job starts. */
export function warn(udm: Udm, warnings: readonly { readonly message: string }[] | undefined): void {
  for (const { message } of warnings ?? []) udm.say(`Warning: ${message}`);
}

import { writeFileSync } from 'node:fs';
import { KINDS } from '../../src/model/records.ts';
import type { BroughtBack } from '../backup/bring-back.ts';
import type { SetBackReport } from './set-back-through.ts';

/** After a plain restore; answers the exit code, as the others do. */
export function reportRestored(
  { restored, ghosts }: { readonly restored: number; readonly ghosts: number },
  holdDays: number,
): number {
  const jobs = (count: number) => `${count} ${count === 1 ? 'job' : 'jobs'}`;
  console.log(`D1 was told of ${jobs(restored)}, and no longer shows ${jobs(ghosts)} that had been deleted.`);
  console.log(
    holdDays === 0 ? 'Sweeps delete from R2 again.' : `No sweep deletes from R2 for ${holdDays} days.`,
  );
  return 0;
}

/** What does not come back is said item by item, as far as somebody reads that. */
const MOST_ITEMS = 50;

/** After D1 and the objects were set back. */
export function reportSetBack(
  { jobs, restored, ghosts, lostFiles, lostTexts }: SetBackReport,
  { to, holdDays }: { readonly to: string; readonly holdDays: number },
): number {
  console.log(`Objects of ${jobs} jobs, all records and D1 are what they were at ${to}.`);
  reportRestored({ restored, ghosts }, holdDays);
  for (const { ccid, run, files } of lostFiles.slice(0, MOST_ITEMS))
    console.log(`  not back: ${files} files of history item ${run} of ${ccid}: they had gone from R2 since.`);
  if (lostFiles.length > MOST_ITEMS) console.log(`  and of ${lostFiles.length - MOST_ITEMS} more.`);
  for (const [ccid, count] of Object.entries(lostTexts))
    console.log(
      `  not back: the texts of ${count} records of ${ccid}, above 1 MB each. Import them again: runs that meet one fail and name it.`,
    );
  console.log(
    'Users, clients, keys and settings are those of then; audit logs tell what was done since, and of this.',
  );
  return 0;
}

/** After a contact center came back from its backup. */
export function reportBack(
  { ccid, at, counts, invitations, destinations }: BroughtBack,
  invitationsFile: string,
): number {
  console.log(`Contact center ${ccid} is back as it was at ${at}, and its audit log is whole.`);
  for (const [what, count] of Object.entries(counts)) console.log(`  ${what.padEnd(20)}${count}`);
  if (invitations.size > 0) {
    const lines = [...invitations].map(([name, link]) => `${name}  ${link}\n`);
    writeFileSync(invitationsFile, lines.join(''), { mode: 0o600 });
    console.log(
      `The invitations of ${invitations.size} users are in ${invitationsFile}: pass them on, and delete it.`,
    );
  }
  if (!KINDS.some((kind) => kind in counts)) console.log('It has no records: import them.');
  console.log(
    'Nobody knows the secrets of its clients, API keys and webhooks: make new ones. Second factors, and',
  );
  console.log('secrets of issuers’ clients, are set up anew.');
  for (const { job, endpoint } of destinations)
    console.log(`Job ${job} copied its files to ${endpoint}: set its destination anew.`);
  console.log(
    `It is suspended: npm run center -- resume --ccid ${ccid} lets it go on. What is due starts then.`,
  );
  return 0;
}

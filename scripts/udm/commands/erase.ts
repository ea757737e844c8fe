import type { Command } from 'commander';
import type { components } from '../../../src/client/api.d.ts';
import { acting } from '../command.ts';
import type { Udm } from '../command.ts';

type Erasure = components['schemas']['Erasure'];

/** `udm erase`: removes a person from the history. */
export function eraseCommand(program: Command): void {
  program
    .command('erase <contact-id>')
    .description('erase a contact with its interactions, for good')
    .option('-y, --yes', 'does not ask')
    .addHelpText(
      'after',
      '\nFiles that were exported before keep what they hold until they expire or are deleted.',
    )
    .action(acting<{ yes?: boolean }>(erase));
}

async function erase(
  udm: Udm,
  [contactId = '']: readonly string[],
  { yes }: { yes?: boolean },
): Promise<void> {
  const what = `contact ${contactId} with its attributes, interactions and documents`;
  await udm.confirm(`Erase ${what} for good?`, yes);
  const { data } = await udm
    .session()
    .api.DELETE('/udm/v10/contacts/{contactId}', { params: { path: { contactId } } });
  if (!data) return;
  const { contacts, contactAttributes, interactions, documents } = data;
  const counts = `${contacts} contact, ${contactAttributes} attributes, ${interactions} interactions, ${documents} documents`;
  udm.result(data, [`Erased ${counts}.`, ...wordsOf(data.notReached)].join('\n'));
}

/** What an erasure does not reach, and what can be done about it. */
function wordsOf({ files, filesUntil, runs, backupsUntil }: Erasure['notReached']): readonly string[] {
  return [
    ...(files === 0
      ? []
      : [`It may still be in ${files} files, the last of which expires ${filesUntil} (udm files).`]),
    ...(runs === 0
      ? []
      : [`${runs} runs began before and may write it (udm history --status "In Progress").`]),
    `The platform's own backups go back to before it until ${backupsUntil}.`,
  ];
}

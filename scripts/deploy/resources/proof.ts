import { randomBytes } from 'node:crypto';
import { openSession, type Session } from '../../../src/client/session.ts';
import { CommandError } from '../../cli/command.ts';
import { addRemoteClient } from '../../user/remote.ts';
import { clearCenter } from '../proof/clear.ts';
import { prove } from '../proof/prove.ts';
import { proofContacts, PROOF_RECORDS, proofRecords } from '../proof/records.ts';
import type { Resource } from '../resource.ts';
import type { World } from '../world.ts';
import { asOperator } from './center.ts';

/**
 * That the deployed version does its main job: a contact center that is thrown away afterwards exports generated records, which are
 * opened and compared. Its name is noted before it is made, so that a proof that was cut off is cleared away by the next run.
 */
export const proofResource = (): Resource => ({
  title: `proof: ${PROOF_RECORDS.toLocaleString('en')} generated records exported, opened, compared`,
  about: 'in a throw-away contact center, and all of it removed',
  checks: true,
  look: async ({ folder, found }) => {
    const { proven, throwaway } = folder.notes;
    if (throwaway !== null)
      return {
        is: 'different',
        how: `the contact center ${throwaway} of a proof that was cut off is still there`,
      };
    if (proven === null || found.version === null) return { is: 'absent' };
    return proven === found.version
      ? { is: 'right', note: 'with this very version' }
      : { is: 'different', how: 'it was last done with another version' };
  },
  make: async (world) => {
    const { folder, found } = world;
    const left = folder.notes.throwaway;
    if (left !== null) {
      world.say(`clearing ${left} away`);
      await clear(world, left, await enter(world, left));
    }
    const ccid = `proof-${randomBytes(4).toString('hex')}`;
    folder.note({ throwaway: ccid });
    const session = await enter(world, ccid);
    await attempt(world.signal, () => prove(session, proofRecords(), world.say));
    world.say('clearing away');
    await clear(world, ccid, session);
    folder.note({ proven: found.version });
  },
});

/** As a client of the throw-away contact center, which may do everything in it. */
async function enter(world: World, ccid: string): Promise<Session> {
  const roles = ['exporter', 'importer', 'administrator'] as const;
  const { id: clientId = '', secret: clientSecret = '' } = await addRemoteClient(asOperator(world), {
    ccid,
    name: 'proof',
    roles,
  });
  const { origin: url, signal } = world;
  return openSession({ url, clientId, clientSecret, user: null }, { signal });
}

async function clear(world: World, ccid: string, session: Session): Promise<void> {
  await clearCenter(world, { ccid, session, contacts: proofContacts() });
  world.folder.note({ throwaway: null });
}

async function attempt(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (signal.aborted || !(error instanceof Error)) throw error;
    throw new CommandError(
      `The deployment is there, and does not do its main job: ${error.message} Look into its log ("npx wrangler tail"), and run this command again: it clears away what the proof left.`,
    );
  }
}

import { createdJob } from '../../../src/client/created-job.ts';
import { newJob } from '../../udm/job-fields.ts';
import { withBench } from './bench-service.ts';
import { importContacts } from './many-contacts.ts';
import { timedRun } from './one-run.ts';
import type { Settings } from './settings.ts';
import { rounded } from './statistics.ts';
import { untilSettled } from './until-settled.ts';

const POLL_MS = 50;

/**
 * How long it takes to export all of one contact with a hundred interactions, in a center of a million: from asking until it is Finished. `fresh`
 * is as they came, before compaction has begun.
 */
export function measurePerson(settings: Settings) {
  return withBench('service', settings.signal, async (bench) => {
    const { session, folder } = bench;
    const { contactId } = await importContacts(bench, settings);
    const job = newJob({ type: 'Person', contactId, now: true });
    const once = async (what: string): Promise<number> => {
      const { wallSeconds } = await timedRun(
        session,
        POLL_MS,
        async () => (await createdJob(session, job)).id,
      );
      settings.say(`person: ${what} in ${wallSeconds.toFixed(2)} s`);
      return rounded(wallSeconds);
    };
    const freshPersonSeconds = await once('before compaction');
    await untilSettled(folder);
    return { speed: { personSeconds: await once('settled'), freshPersonSeconds } };
  });
}

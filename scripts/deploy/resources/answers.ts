import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '../../cli/command.ts';
import type { Resource } from '../resource.ts';
import type { World } from '../world.ts';

/** A new address takes a minute or two until its certificate is there; new secrets take seconds. */
const PATIENCE_MS = 180_000;
const PAUSE_MS = 1_000;
const ANSWER_MS = 30_000;

/** That the deployment answers at its address, and finds everything that it needs. */
export const answersResource = (): Resource => ({
  title: 'health of the service',
  about: 'GET /udm/v10/health finds its tables, bucket, queues and keys',
  checks: true,
  look: async (world) => {
    if (world.found.version === null) return { is: 'absent' };
    const wrong = await askHealth(world);
    return wrong === null ? { is: 'right', note: world.origin } : { is: 'different', how: wrong };
  },
  make: async (world) => {
    const deadline = Date.now() + PATIENCE_MS;
    let wrong: string | null = 'no answer';
    while (Date.now() < deadline) {
      wrong = await askHealth(world);
      if (wrong === null) return;
      world.say(`waiting for ${world.origin}: ${wrong}`);
      await sleep(PAUSE_MS, undefined, { signal: world.signal });
    }
    throw new CommandError(
      `${world.origin} is not well after ${PATIENCE_MS / 60_000} minutes: ${wrong}. Its log says what is missing: "npx wrangler tail --config ${world.folder.config}". Run this command again when it is mended.`,
    );
  },
});

/** What is wrong with the answer of the deployment; null where nothing is. */
async function askHealth({ origin, signal }: World): Promise<string | null> {
  try {
    const answer = await fetch(`${origin}/udm/v10/health`, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
    });
    await answer.body?.cancel();
    if (answer.status === 200) return null;
    return answer.status === 503
      ? 'it answers that something is missing (503)'
      : `it answers with status ${answer.status}`;
  } catch {
    signal.throwIfAborted();
    return 'it does not answer';
  }
}

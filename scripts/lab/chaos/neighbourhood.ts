import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../generate/random.ts';
import { uploadCertificate } from '../../udm/upload-certificate.ts';
import { executeSql } from '../../user/database.ts';
import { insertClient, insertUser } from '../../user/statements.ts';
import { ROLES } from '../../../src/model/roles.ts';
import { openSession, type Session } from '../../../src/client/session.ts';
import { Neighbour, NEIGHBOUR } from './neighbour.ts';
import { historyOf } from './neighbour-lists.ts';
import { checkRun, isUnderWay, look, submitRun } from './runs.ts';

const POLL_MS = 500;
/** All runs of the neighbour have ended so soon after the last kill. */
const ENDED_MS = 180_000;

/** The neighbour, at work, with its session. */
export interface Neighbourhood {
  readonly session: Session;
  readonly neighbour: Neighbour;
}

/** Gives the neighbour's contact center a user, a client and a certificate, and sets it to work. */
export async function moveIn(
  url: string,
  { persistTo, certificateFile, random }: { persistTo: string; certificateFile: string; random: Random },
  signal: AbortSignal,
): Promise<Neighbourhood> {
  const account = { ccid: NEIGHBOUR, name: NEIGHBOUR, secret: NEIGHBOUR, roles: Object.keys(ROLES) };
  const now = Date.now();
  const rows = [await insertUser(account, now), insertClient(account, now)];
  await executeSql(rows.map((row) => `${row};\n`).join(''), { persistTo }, signal);
  const login = {
    clientId: NEIGHBOUR,
    clientSecret: NEIGHBOUR,
    user: { name: NEIGHBOUR, password: NEIGHBOUR },
  };
  const session = openSession({ url, ...login }, { signal });
  await uploadCertificate(session, certificateFile);
  const neighbour = new Neighbour(session, random);
  neighbour.start();
  return { session, neighbour };
}

/** Stops the neighbour and judges all that it was answered, and that an export holds all that it imported. */
export async function judgeNeighbour(
  { session, neighbour }: Neighbourhood,
  { folder, keyFile }: { folder: string; keyFile: string },
): Promise<readonly string[]> {
  await neighbour.stop();
  const run = await submitRun(session, 'Interaction');
  const deadline = Date.now() + ENDED_MS;
  while (isUnderWay(run) || (await historyOf(session)).some(isUnderWay)) {
    if (Date.now() > deadline) return ['runs of the neighbour do not end'];
    await look(session, [run]);
    await sleep(POLL_MS);
  }
  const wrong = await checkRun(session, run, { expected: neighbour.expected(), folder, keyFile });
  return [...wrong, ...(await neighbour.judged())].map((what) => `${NEIGHBOUR}: ${what}`);
}

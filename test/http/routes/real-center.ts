import { SELF } from 'cloudflare:test';
import { signToken } from '../harness.ts';
import { carryOut, firstRun, importAll, interaction, newCenter, submit } from '../../support/center.ts';
import type { Things } from './seed.ts';

/** A contact center of the whole Worker, with a finished job, another one to spare and one that is in progress. */
export interface Center {
  readonly ccid: string;
  readonly things: Things;
  readonly call: (path: string, init?: RequestInit) => Promise<Response>;
}

async function callerAt(ccid: string): Promise<Center['call']> {
  const seconds = Math.floor(Date.now() / 1000);
  const token = await signToken(ccid, { claims: { iat: seconds, exp: seconds + 3_600 } });
  return (path, init = {}) =>
    SELF.fetch(
      new Request(`http://udm.example${path}`, {
        ...init,
        redirect: 'manual',
        headers: {
          Authorization: `Bearer ${token}`,
          ...(init.headers as Record<string, string> | undefined),
        },
      }),
    );
}

/** Makes one: imports, creates, and carries two of the three runs out. */
export async function makeCenter(): Promise<Center> {
  const ccid = await newCenter('isolation');
  await importAll(ccid, 'interactions', [interaction('1'), interaction('2', { OWNKEY: ccid })]);
  const finished = await submit(ccid, { title: 'finished' });
  await carryOut(ccid, finished);
  const spare = await submit(ccid, { title: 'spare' });
  await carryOut(ccid, spare);
  const busy = await submit(ccid, { title: 'busy' });
  const call = await callerAt(ccid);
  const files = await (
    await call('/udm/v10/file-metadatas?orderField=historyId')
  ).json<{ items: { name: string }[] }>();
  const [file, otherFile] = files.items.map(({ name }) => name);
  const things = {
    job: String(finished.id),
    run: String(firstRun(finished)),
    file: file ?? '',
    otherFile: otherFile ?? '',
    spareJob: String(spare.id),
    spareRun: String(firstRun(spare)),
    failedJob: String(spare.id),
    failedRun: String(firstRun(spare)),
    busyJob: String(busy.id),
    busyRun: String(firstRun(busy)),
  };
  return { ccid, things, call };
}

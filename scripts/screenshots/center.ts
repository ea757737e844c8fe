import { setTimeout as sleep } from 'node:timers/promises';
import { KINDS } from '../../src/model/records.ts';
import { WEBHOOK_EVENTS } from '../../src/model/webhook.ts';
import { openSession, type Session } from '../../src/client/session.ts';
import { makeRecipient } from '../demo/recipient.ts';
import { DEMO_LOGIN } from '../dev/demo-center.ts';
import { DEFAULT_PERIOD, historyBytes } from '../generate/history.ts';
import { importLines } from '../udm/import-file.ts';
import { uploadCertificate } from '../udm/upload-certificate.ts';

const HISTORY = { ...DEFAULT_PERIOD, seed: 20_26, interactions: 1_000 };
const DAY_MS = 86_400_000;
/** How long the exports may take. */
const PATIENCE_MS = 180_000;

/** Fills the demo's contact center with what its pages are to show: records, people, keys, jobs and their runs. */
export async function fillCenter(url: string, folder: string, signal: AbortSignal): Promise<void> {
  const session = openSession({ url, ...DEMO_LOGIN }, { signal });
  for (const kind of KINDS) await importLines(session, kind, chunksOf(historyBytes(kind, HISTORY)));
  await uploadCertificate(session, (await makeRecipient(folder, Date.now())).certificateFile);
  await addPeople(session);
  await addJob(session, { title: 'Everything in volumes', fileSplitSize: '64KB' });
  await addJob(session, {
    title: 'Contacts with their attributes',
    jobParams: { type: 'Contact', media: ['all'] },
  });
  await addJob(session, {
    title: 'Chats and e-mails for the quality team',
    timeFrame: { last: 'P7D' },
    schedulerParam: { runs: 'cron', cron: '30 3 * * MON-FRI' },
    jobParams: { type: 'Interaction', media: ['chat', 'email'], exportAttachments: false },
  });
  await addJob(session, {
    title: 'Monthly archive',
    timeFrame: { last: 'P30D' },
    schedulerParam: { runs: 'monthly', startDate: new Date(Date.now() + 4 * DAY_MS).toISOString() },
  });
  await addJob(session, {
    title: 'Hourly changes',
    timeFrame: { last: 'PT1H' },
    schedulerParam: { runs: 'hourly' },
    suspended: true,
  });
  await ended(session);
}

async function addPeople(session: Session): Promise<void> {
  for (const [name, roles] of [
    ['anna.schmidt@example.org', ['exporter']],
    ['ben.okafor@example.org', ['exporter', 'importer']],
    ['carla.rossi@example.org', ['auditor']],
    ['security-office@example.org', ['security']],
  ] as const)
    await post(session, '/users', { name, roles });
  const expiresAt = new Date(Date.now() + 90 * DAY_MS).toISOString();
  await post(session, '/api-keys', { name: 'gateway', expiresAt });
  await post(session, '/api-keys', { name: 'warehouse-loader', roles: ['exporter'] });
  await post(session, '/clients', { name: 'nightly-export', roles: ['exporter'] });
  await post(session, '/webhooks', { url: 'https://hooks.example.org/exports', events: WEBHOOK_EVENTS });
  await post(session, '/webhooks', {
    url: 'https://alerts.example.org/on-call/contact-history',
    events: ['run.failed', 'certificate.ending'],
  });
}

const addJob = (session: Session, job: Readonly<Record<string, unknown>>): Promise<void> =>
  post(session, '/export/jobs', {
    source: 'UCS',
    type: 'UCS',
    timeFrame: { all: true },
    schedulerParam: { runs: 'once', immediately: true },
    jobParams: { type: 'Interaction', media: ['all'], exportAttachments: true },
    suspended: false,
    ...job,
  });

async function post(session: Session, path: string, body: unknown): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await session.send(path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`POST ${path} was answered ${answer.status}: ${await answer.text()}`);
  await answer.body?.cancel();
}

/** Waits until no run is under way. */
async function ended(session: Session): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const { data } = await session.api.GET('/udm/v10/export/history');
    if (data?.items.every(({ status }) => status !== 'Queued' && status !== 'In Progress')) return;
    await sleep(1_000);
  }
  throw new Error('the exports did not end');
}

async function* chunksOf(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

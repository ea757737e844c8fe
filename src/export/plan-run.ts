import type { ReadingBegun, EntryTotals, RecordSource } from '../records/source/source.ts';
import { recipientsAt, type NoRecipient } from '../model/certificate.ts';
import type { Jurisdiction } from '../model/jurisdiction.ts';
import { FORMAT, type JobFacts, type Plan } from '../model/protocol.ts';
import { MAX_VOLUMES } from '../model/split-size.ts';
import type { StoredCertificate } from '../store/certificates.ts';
import { RunFailure } from './faults.ts';
import { readerOf } from '../records/source/reader.ts';
import { scopesOf, type AskedScope } from './scopes.ts';

/** Between two questions whether the records are in order. */
const ASK_MS = 500;

/** What planning needs beside the job. */
export interface PlanContext {
  readonly source: RecordSource;
  /** What is on file, the primary one first. */
  readonly certificates: readonly StoredCertificate[];
  /** Size of a volume where none was asked for. */
  readonly maxVolumeBytes: number;
  readonly jurisdiction: Jurisdiction;
  readonly now: number;
  readonly uuid: string;
  /** Called while the records are put into order; throws when the lease is lost or the run was cancelled. */
  readonly renew: () => Promise<void>;
}

/** Fixes what the run will be (src/README.md, "Words"). Without a valid certificate the run fails with words. */
export async function planRun(job: JobFacts, context: PlanContext): Promise<Plan> {
  const { now, jurisdiction } = context;
  const recipients = recipientsAt(context.certificates, now);
  if (!recipients.ok) throw new RunFailure(wordsOf(recipients.failure));
  const [certificate, ...further] = recipients.value;
  const { version, contacts, changes, entries, departed = null } = await beginAll(job, context);
  const volumeBytes = job.splitBytes ?? context.maxVolumeBytes;
  refuseTooManyVolumes(entries, volumeBytes);
  return {
    format: FORMAT,
    uuid: context.uuid,
    createdAt: now,
    ...(jurisdiction === 'none' ? {} : { jurisdiction }),
    volumeBytes,
    certificate: inPlan(certificate),
    further: further.map(inPlan),
    parts: entries,
    changes,
    deleted: departed,
    version,
    contacts,
  };
}

/** Begins to read each of the data types: a person's run reads two. */
async function beginAll(job: JobFacts, context: PlanContext) {
  const begun: ReadingBegun[] = [];
  for (const scope of scopesOf(job)) begun.push(await begin(job, scope, context));
  const [first, second] = begun;
  if (!first) throw new Error('a run reads a data type at least');
  const entries = begun.flatMap((one) => one.entries);
  return { ...first, entries, contacts: second?.version ?? null };
}

/** Asks until the records are in order: others see to that meanwhile. */
async function begin(
  job: JobFacts,
  scope: AskedScope,
  { source, renew }: PlanContext,
): Promise<ReadingBegun> {
  const since = job.exportType === 'DataSync' ? job.watermark : null;
  const reading = { reader: readerOf(job), since, follows: since !== null && job.listsDeleted };
  for (;;) {
    const begun = await source.begin(scope, reading);
    if (begun) return begun;
    await renew();
    await scheduler.wait(ASK_MS);
  }
}

/** A recipient as a run keeps it to its end, whatever becomes of what is on file. */
const inPlan = ({ der, subject, fingerprint, notAfter }: StoredCertificate): Plan['certificate'] => ({
  der: btoa(String.fromCharCode(...der)),
  subject,
  fingerprint,
  notAfter,
});

/** The reason of a run is kept in words. */
function wordsOf(failure: NoRecipient): string {
  if (failure.code === 'certificate-needed')
    return 'There is no certificate on file: upload one and start the export again.';
  const what =
    failure.code === 'certificate-expired'
      ? `expired on ${failure.data.until}`
      : `is not valid before ${failure.data.from}`;
  return `The certificate on file ${what}: upload a valid one and start the export again.`;
}

/** Records are counted uncompressed, so that a run that passes here never ends up with more volumes. */
function refuseTooManyVolumes(entries: readonly EntryTotals[], volumeBytes: number): void {
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (bytes <= volumeBytes * MAX_VOLUMES) return;
  const kilobytes = Math.ceil(bytes / MAX_VOLUMES / 1024);
  throw new RunFailure(
    `fileSplitSize is too small for ${bytes} bytes of records: at most ${MAX_VOLUMES} volumes are written. Use at least ${kilobytes}KB.`,
  );
}

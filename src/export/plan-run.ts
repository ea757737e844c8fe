import type { HistorySource } from '../history/source.ts';
import { formatInstant } from '../model/instant.ts';
import { FORMAT, type JobFacts, type Plan } from '../model/protocol.ts';
import type { StoredCertificate } from '../store/certificates.ts';
import { RunFailure } from './faults.ts';
import { scopeOf } from './write.ts';

/** What planning needs beside the job. */
export interface PlanContext {
  readonly source: HistorySource;
  readonly certificate: StoredCertificate | null;
  readonly volumeBytes: number;
  readonly now: number;
  readonly uuid: string;
}

/** Fixes what the run will be (design.md, "Plan"). Without a valid certificate the run fails with words. */
export async function planRun(job: JobFacts, context: PlanContext): Promise<Plan> {
  const { certificate, now } = context;
  if (!certificate)
    throw new RunFailure('There is no certificate on file: upload one and start the export again.');
  if (certificate.notAfter <= now)
    throw new RunFailure(
      `The certificate on file expired on ${formatInstant(certificate.notAfter)}: upload a valid one and start the export again.`,
    );
  return {
    format: FORMAT,
    uuid: context.uuid,
    createdAt: now,
    volumeBytes: context.volumeBytes,
    certificate: {
      der: btoa(String.fromCharCode(...certificate.der)),
      subject: certificate.subject,
      fingerprint: certificate.fingerprint,
    },
    parts: await context.source.totals(scopeOf(job)),
  };
}

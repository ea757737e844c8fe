import { warningText } from '../../labels/warning-text.ts';
import type { ApiWarning, JobView } from '../../model/api/job-info.ts';
import { certificateWarnings } from '../../model/certificate-warnings.ts';
import { parseInstant, type Instant } from '../../model/instant.ts';
import { findCertificates } from '../../store/certificates.ts';

/** What answers say of certificates that end, and of a start that is to come; undefined where there is nothing. */
export function warningsOf(
  certificates: readonly { readonly notAfter: Instant }[],
  at: { readonly nextStartsAt: Instant | null; readonly now: Instant },
): ApiWarning[] | undefined {
  const warnings = certificateWarnings(certificates, at);
  if (warnings.length === 0) return undefined;
  return warnings.map((warning) => ({ code: warning.code, message: warningText(warning) }));
}

/** Adds to a job's answer what there is to warn of. A job that starts no more, and runs not, concerns nobody. */
export type Warn = <T extends Pick<JobView, 'nextStartsAt' | 'status'>>(
  job: T,
) => T & { warnings?: ApiWarning[] };

/** The same for the jobs of a contact center: its certificates are asked for once. */
export async function jobWarnings(
  { db, now }: { readonly db: D1Database; readonly now: () => Instant },
  ccid: string,
): Promise<Warn> {
  const certificates = await findCertificates(db, ccid);
  const at = now();
  return (job) => {
    const nextStartsAt = parseInstant(job.nextStartsAt);
    const under = job.status === 'Queued' || job.status === 'In Progress';
    if (nextStartsAt === null && !under) return job;
    const warnings = warningsOf(certificates, { nextStartsAt, now: at });
    return warnings ? { ...job, warnings } : job;
  };
}

/** A stored answer of a job with its warnings; its text as it is where there are none. */
export function warnedText(warn: Warn, view: string): string {
  // Stored by the service from a JobView.
  const job = JSON.parse(view) as JobView;
  const warned = warn(job);
  return warned === job ? view : JSON.stringify(warned);
}

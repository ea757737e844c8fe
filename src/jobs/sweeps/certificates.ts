import { certificateWarnings, WARN_DAYS } from '../../model/certificate-warnings.ts';
import { DAY_MS, formatInstant, type Instant } from '../../model/instant.ts';
import { log } from '../../platform/log.ts';
import { lastCertificates } from '../../store/certificates.ts';

/** Certificates that one sweep tells of. */
const TOLD = 1_000;

/** Tells the log of last certificates that end within 30 days, or ended within the last ones: their contact centers' runs fail then. */
export async function tellEndingCertificates(db: D1Database, now: Instant): Promise<void> {
  const span = { from: now - WARN_DAYS * DAY_MS, to: now + WARN_DAYS * DAY_MS, limit: TOLD };
  for (const { ccid, fingerprint, notAfter } of await lastCertificates(db, span))
    for (const { code } of certificateWarnings([{ notAfter }], { nextStartsAt: null, now }))
      log(code === 'certificate-expired' ? 'certificate-expired' : 'certificate-ends-soon', {
        ccid,
        fingerprint,
        until: formatInstant(notAfter),
      });
}

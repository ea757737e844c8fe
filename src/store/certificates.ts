import { and, asc, eq, gte, lte } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../model/instant.ts';
import { inRequest } from '../platform/database.ts';
import { certificates } from './schema.ts';

/** The recipient of a contact center's exports; `der` is the certificate as a run seals for it. */
export type StoredCertificate = typeof certificates.$inferSelect;

/** The contact center's certificate, or null while none is on file. */
export async function findCertificate(db: D1Database, ccid: string): Promise<StoredCertificate | null> {
  const row = await drizzle(db).select().from(certificates).where(eq(certificates.ccid, ccid)).get();
  return row ?? null;
}

/** Certificates of all contact centers that end in a span of time, the first to end first. The table has a row for each. */
export const endingCertificates = (
  db: D1Database,
  { from, to, limit }: { readonly from: Instant; readonly to: Instant; readonly limit: number },
) =>
  drizzle(db)
    .select({
      ccid: certificates.ccid,
      fingerprint: certificates.fingerprint,
      notAfter: certificates.notAfter,
    })
    .from(certificates)
    .where(and(gte(certificates.notAfter, from), lte(certificates.notAfter, to)))
    .orderBy(asc(certificates.notAfter))
    .limit(limit);

/** Puts a certificate on file in the place of the one before; twice where the first answer was lost, which is the same. */
export async function saveCertificate(
  db: D1Database,
  ccid: string,
  certificate: Omit<StoredCertificate, 'ccid'>,
): Promise<void> {
  const statement = drizzle(db)
    .insert(certificates)
    .values({ ccid, ...certificate })
    .onConflictDoUpdate({ target: certificates.ccid, set: certificate });
  await inRequest(async () => await statement.run());
}

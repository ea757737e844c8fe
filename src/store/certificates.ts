import { and, desc, eq, gte, lte, max, ne, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { MAX_CERTIFICATES } from '../model/certificate.ts';
import type { Instant } from '../model/instant.ts';
import { inRequest } from '../platform/database.ts';
import { asColumns } from './as-columns.ts';
import { certificates } from './schema.ts';

/** A recipient of a contact center's exports; `der` is the certificate as a run seals for it. */
export type StoredCertificate = typeof certificates.$inferSelect;
/** A certificate to put on file; which one is the primary one is decided there. */
export type NewCertificate = Omit<StoredCertificate, 'ccid' | 'isPrimary'>;

/** What is on file, the primary certificate first, then those that end last. Empty while nothing is. */
export const findCertificates = (db: D1Database, ccid: string): Promise<readonly StoredCertificate[]> =>
  drizzle(db)
    .select()
    .from(certificates)
    .where(eq(certificates.ccid, ccid))
    .orderBy(desc(certificates.isPrimary), desc(certificates.notAfter), certificates.fingerprint)
    .all();

/**
 * The last certificates to end of contact centers where that is in a span of time, the first to end first: none of theirs is left then.
 * The table has five rows a contact center at most.
 */
export function lastCertificates(
  db: D1Database,
  { from, to, limit }: { readonly from: Instant; readonly to: Instant; readonly limit: number },
) {
  // SQLite takes the other columns from the row that has the maximum.
  const notAfter = max(certificates.notAfter).mapWith(Number);
  return drizzle(db)
    .select({ ccid: certificates.ccid, fingerprint: certificates.fingerprint, notAfter })
    .from(certificates)
    .groupBy(certificates.ccid)
    .having(and(gte(notAfter, from), lte(notAfter, to)))
    .orderBy(notAfter)
    .limit(limit);
}

/**
 * Puts a certificate on file in the place of the primary one; twice where the first answer was lost, which is the same. One that is on
 * file beside it becomes the primary one.
 */
export async function saveCertificate(
  db: D1Database,
  ccid: string,
  certificate: NewCertificate,
): Promise<void> {
  const { fingerprint } = certificate;
  const d1 = drizzle(db);
  const replaced = sql`(${certificates.isPrimary} = 1 OR ${certificates.fingerprint} = ${fingerprint})`;
  await inRequest(() =>
    d1.batch([
      d1.delete(certificates).where(and(eq(certificates.ccid, ccid), replaced)),
      d1.insert(certificates).values({ ccid, ...certificate, isPrimary: true }),
    ]),
  );
}

/**
 * Puts a certificate on file beside the others, as the primary one where there is none; one that is there gets the new name. Null where as
 * many others are on file as may be. Twice is the same.
 */
export async function addCertificate(
  db: D1Database,
  ccid: string,
  certificate: NewCertificate,
): Promise<StoredCertificate | null> {
  const { fingerprint, name, size, uploadedAt } = certificate;
  const others = sql`(SELECT count(*) FROM certificates WHERE ccid = ${ccid} AND fingerprint <> ${fingerprint})`;
  const none = sql<boolean>`NOT EXISTS (SELECT 1 FROM certificates WHERE ccid = ${ccid})`;
  const row = {
    ...asColumns(certificates, { ccid, ...certificate, isPrimary: false }),
    isPrimary: none.as('is_primary'),
  };
  const insert = drizzle(db)
    .insert(certificates)
    .select((select) =>
      select
        .select(row)
        .from(sql`(SELECT 1)`)
        .where(sql`${others} < ${MAX_CERTIFICATES}`),
    )
    .onConflictDoUpdate({
      target: [certificates.ccid, certificates.fingerprint],
      set: { name, size, uploadedAt },
    })
    .returning();
  const [added] = await inRequest(async () => await insert);
  return added ?? null;
}

const on = (ccid: string, fingerprint: string) =>
  and(eq(certificates.ccid, ccid), eq(certificates.fingerprint, fingerprint));

/** Makes a certificate that is on file the primary one; null where it is not. Twice is the same. */
export async function makePrimary(
  db: D1Database,
  ccid: string,
  fingerprint: string,
): Promise<StoredCertificate | null> {
  const d1 = drizzle(db);
  const there = sql`EXISTS (SELECT 1 FROM certificates WHERE ccid = ${ccid} AND fingerprint = ${fingerprint})`;
  const others = and(eq(certificates.ccid, ccid), ne(certificates.fingerprint, fingerprint));
  const [, [primary]] = await inRequest(() =>
    d1.batch([
      d1.update(certificates).set({ isPrimary: false }).where(and(others, there)),
      d1.update(certificates).set({ isPrimary: true }).where(on(ccid, fingerprint)).returning(),
    ]),
  );
  return primary ?? null;
}

/** Takes a certificate off file, unless it is the last one; false where nothing was taken. Of the others the last to end becomes the primary one, where that went. */
export async function removeCertificate(db: D1Database, ccid: string, fingerprint: string): Promise<boolean> {
  const d1 = drizzle(db);
  const another = sql`EXISTS (SELECT 1 FROM certificates WHERE ccid = ${ccid} AND fingerprint <> ${fingerprint})`;
  const noPrimary = sql`NOT EXISTS (SELECT 1 FROM certificates WHERE ccid = ${ccid} AND is_primary = 1)`;
  const heir = sql`(SELECT fingerprint FROM certificates WHERE ccid = ${ccid} ORDER BY not_after DESC, fingerprint LIMIT 1)`;
  const [removed] = await d1.batch([
    d1
      .delete(certificates)
      .where(and(on(ccid, fingerprint), another))
      .returning({ fingerprint: certificates.fingerprint }),
    d1
      .update(certificates)
      .set({ isPrimary: true })
      .where(and(eq(certificates.ccid, ccid), noPrimary, sql`${certificates.fingerprint} = ${heir}`)),
  ]);
  return removed.length === 1;
}

import type { AuditTrail } from '../../identity/audit-trail.ts';
import type { AuditItem } from '../../model/audit/entry.ts';
import type { AuditFilter, AuditScan } from '../../model/audit/protocol.ts';
import { invocation } from '../../platform/invocation.ts';
import { keysetPages, type List, type ListRequest, type Pages } from '../../store/lists/list.ts';

/** Ids are in the order of time, so both order a log the same. */
export const AUDIT_ORDERS = ['id', 'time'] as const;
export type AuditOrder = (typeof AUDIT_ORDERS)[number];

/** An item, and its place in the list. */
interface AuditPlace {
  readonly key: number;
  readonly tie: number;
  readonly item: AuditItem;
}

/** Which log, which entries of it, and up to which link; null shows it as it is. */
interface Asked {
  readonly ccid: string;
  readonly filter: AuditFilter;
  readonly upTo: number | null;
}

/** What one more call of the log takes, with every try. */
const A_CALL = { statements: 0, subrequests: 10 };

/** Entries of a contact center's log as a list. Each call of the log looks through a bounded stretch, however few entries match. */
export async function listAudit(
  audit: AuditTrail,
  asked: Asked,
  request: ListRequest<AuditOrder>,
): Promise<List<AuditPlace>> {
  const count = request.after === undefined ? await counted(audit, asked) : null;
  return { count, pages: auditPages(audit, asked, request) };
}

/** The same without a count. */
export function auditPages(
  audit: AuditTrail,
  asked: Asked,
  request: Pick<ListRequest<AuditOrder>, 'from' | 'size' | 'after' | 'descending'>,
): Pages<AuditPlace> {
  const { descending } = request;
  return keysetPages(request, async ({ after, offset, limit }) => {
    const from = after === null ? null : Number(after.tie);
    return found(audit, asked, { descending, after: from, skip: offset, limit });
  });
}

/** At least one entry, or none where there is none. */
async function found(
  audit: AuditTrail,
  { ccid, filter, upTo }: Asked,
  scan: Pick<AuditScan, 'descending' | 'after' | 'skip' | 'limit'>,
): Promise<AuditPlace[]> {
  let { after, skip } = scan;
  for (;;) {
    const { items, skipped, next } = await audit.scan(ccid, { ...scan, after, skip, filter, upTo });
    if (items.length > 0 || next === null) return items.map((item) => ({ key: item.id, tie: item.id, item }));
    if (!invocation().has(A_CALL))
      throw new Error('one request cannot look through so much of the audit log');
    [after, skip] = [next, skip - skipped];
  }
}

async function counted(audit: AuditTrail, { ccid, filter }: Asked): Promise<number> {
  let sum = 0;
  for (let after: number | null = 0; after !== null;) {
    const { count, next }: { count: number; next: number | null } = await audit.count(ccid, filter, after);
    sum += count;
    after = next;
  }
  return sum;
}

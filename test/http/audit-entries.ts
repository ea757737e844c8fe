import { env } from 'cloudflare:workers';
import type { AuditItem } from '../../src/model/audit/entry.ts';
import { auditObjectName, type AuditChain } from '../../src/model/object-names.ts';

/** Reads what stands in audit logs, once what goes on behind the answers is done. */
export const entriesAfter =
  (settled: () => Promise<void>) =>
  async (chain: AuditChain): Promise<readonly AuditItem[]> => {
    await settled();
    const log = env.AUDIT.get(env.AUDIT.idFromName(auditObjectName(chain)));
    const scan = { filter: {}, descending: false, after: null, skip: 0, limit: 1_000, upTo: null };
    return (await log.scan(scan)).items;
  };

/** What tells entries apart. */
export const told = (items: readonly AuditItem[]) =>
  items.map(({ actor, action, outcome, count }) => [actor.type, actor.name, action, outcome, count]);

import { z } from 'zod';
import { RefusedRequest } from '../../../src/client/requests.ts';
import type { Session } from '../../../src/client/session.ts';
import { CommandError } from '../../cli/command.ts';
import { queryDatabase, type World } from '../world.ts';

/**
 * Takes away a throw-away contact center: its jobs with their runs and files, its records, by the service's own operations; then the
 * rows that no operation removes. May be repeated. Throws where anything of it is left in a table.
 */
export async function clearCenter(
  world: World,
  {
    ccid,
    session,
    contacts,
  }: { readonly ccid: string; readonly session: Session; readonly contacts: readonly string[] },
): Promise<void> {
  await removeJobs(session);
  for (const contactId of contacts)
    await unlessGone(
      session.api.DELETE('/udm/v10/contacts/{contactId}', { params: { path: { contactId } } }),
    );
  const tables = await tablesWithCenters(world);
  for (const table of tables)
    await queryDatabase(
      world,
      { sql: `DELETE FROM "${table}" WHERE ccid = ?`, params: [ccid], changes: true },
      z.unknown(),
    );
  const counts = tables.map(
    (table) => `SELECT '${table}' AS name, count(*) AS rows FROM "${table}" WHERE ccid = ?1`,
  );
  for (const sql of counts) {
    const [row] =
      (await queryDatabase(
        world,
        { sql, params: [ccid] },
        z.object({ name: z.string(), rows: z.number() }),
      )) ?? [];
    if (row && row.rows > 0)
      throw new CommandError(`The throw-away contact center ${ccid} left ${row.rows} rows in ${row.name}.`);
  }
}

async function removeJobs(session: Session): Promise<void> {
  for (;;) {
    const { data: page } = await session.api.GET('/udm/v10/export/jobs', {
      params: { query: { size: 100 } },
    });
    const ids = (page?.items ?? []).map(({ id }) => id);
    if (ids.length === 0) return;
    for (const id of ids) {
      await unlessRefused(session.api.POST('/udm/v10/export/jobs/cancel/{id}', { params: { path: { id } } }));
      await unlessGone(session.api.DELETE('/udm/v10/export/jobs/{id}', { params: { path: { id } } }));
    }
  }
}

/** A job that is not in progress cannot be cancelled, and need not be. */
async function unlessRefused(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof RefusedRequest) || error.status >= 500) throw error;
  }
}

async function unlessGone(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof RefusedRequest) || error.status !== 404) throw error;
  }
}

async function tablesWithCenters(world: World): Promise<readonly string[]> {
  const sql = `SELECT t.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table' AND c.name = 'ccid' AND t.name NOT LIKE '~_cf~_%' ESCAPE '~'`;
  const rows = await queryDatabase(world, { sql }, z.object({ name: z.string() }));
  return rows?.map(({ name }) => name) ?? [];
}

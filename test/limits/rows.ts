import { env } from 'cloudflare:workers';

let next = 100_000_000;

/** Rows of jobs and history items that no object knows of, as a D1 that was set back shows them. */
export async function insertRows(
  ccid: string,
  rows: {
    readonly runs: number;
    readonly jobs: number;
    readonly jobId: number;
    readonly nextStartsAt?: number;
    readonly status?: string;
  },
): Promise<void> {
  const { runs, jobs, jobId, nextStartsAt = null, status = 'FINISHED' } = rows;
  const ids = (count: number) => JSON.stringify(Array.from({ length: count }, () => (next += 1)));
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO jobs (id, ccid, version, type, export_type, source, title, title_folded, schedule_type, suspended,
         status, file_name, file_name_folded, file_size, progress, created_at, next_starts_at, view)
       SELECT value, ?1, 1, 'Interaction', 'UCS', 'UCS', 't' || value, 't' || value, 'once', 0, ?2, '', '', 0, 0, 0, ?3,
         json_object('id', value) FROM json_each(?4)`,
    ).bind(ccid, status, nextStartsAt, ids(jobs)),
    env.DB.prepare(
      `INSERT INTO runs (id, ccid, job_id, version, type, source, title, title_folded, status, file_name,
         file_name_folded, file_size, progress, created_at, view)
       SELECT value, ?1, ?2, 1, 'Interaction', 'UCS', 't' || (value % 7), 't' || (value % 7), ?3, '', '', 0, 0, value,
         json_object('id', value) FROM json_each(?4)`,
    ).bind(ccid, jobId, status, ids(runs)),
  ]);
}

import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { fail, ok, type Result } from '../../model/failures.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { allows, type Privilege } from '../../model/roles.ts';
import type { SelectableList } from '../../model/selection.ts';
import { makeSelection, selectedRows, type Wanted } from '../../jobs/selection.ts';
import { jsonBody } from '../body.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { readableJob } from '../job-body.ts';
import { errors, json, operation } from '../operation.ts';
import { FILTERS, SelectionAnswer, SelectionBody } from '../openapi/selection-schemas.ts';
import type { Services } from '../services.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';

const createSelection = createRoute({
  ...declared(V10, 'Selections'),
  method: 'post',
  path: `${V10.base}/selections`,
  operationId: 'createSelection',
  summary: 'Select rows of a list',
  description:
    'Picks the rows that match now, 1,000 at most, and tells how many they are before anything is done to them. Bulk operations take the token and act on these rows alone, whatever changes meanwhile.',
  security: bearer,
  middleware: [requires('jobs.read'), jsonBody, readableJob(SelectionBody, { strict: true })],
  request: {
    body: { required: true, content: { 'application/json': { schema: SelectionBody } } },
  },
  responses: {
    200: json('The selection.', SelectionAnswer),
    ...errors(400, 401, 403, 408, 413, 415),
  },
});

/** What reading each list needs. */
const READING: Readonly<Record<SelectableList, Privilege>> = {
  jobs: 'jobs.read',
  history: 'history.read',
  'file-metadatas': 'files.read',
};

/** Bytes of a token: nobody guesses it, though it is good for its owner alone. */
const TOKEN_BYTES = 16;

/** Selections of the caller. */
export function selectionRoutes({
  db,
  now,
  randomBytes,
}: Pick<Services, 'db' | 'now' | 'randomBytes'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, createSelection, async (c) => {
    const body = c.req.valid('json');
    const privilege = READING[body.list];
    if (!allows(c.var.caller.roles, privilege)) return fail('privilege-missing', privilege, { privilege });
    const wanted = wantedBy(body);
    if (!wanted.ok) return wanted;
    const id = Buffer.from(randomBytes(TOKEN_BYTES)).toString('base64url');
    const selecting = { id, owner: ownerOf(c), wanted: wanted.value };
    const made = await makeSelection({ db, now: now() }, c.var.caller.ccid, selecting);
    if (!made.ok) return made;
    const first = made.value.first.map(({ id: row, title }) =>
      typeof row === 'number' ? { id: row, title } : { name: row, title },
    );
    return ok(c.json({ ...made.value, first }, 200));
  });
  return routes;
}

const ownerOf = ({ var: { caller } }: Context<AppEnv>): string => `${caller.kind} ${caller.subject}`;

/** The filter of every row. */
const EVERYTHING: NonNullable<z.infer<typeof SelectionBody>['filter']> = {
  startDate: undefined,
  endDate: undefined,
};

/** A filter that another list has is refused: it would select more than was asked. */
function wantedBy({ list, filter = EVERYTHING }: z.infer<typeof SelectionBody>): Result<Wanted> {
  const known = Object.keys(FILTERS[list].shape);
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const [foreign] = given.map(([name]) => name).filter((name) => !known.includes(name));
  if (foreign !== undefined)
    return fail('unknown-member', `filter.${foreign}`, { nearest: nearestName(foreign, known) ?? '' });
  const { suspend: suspended, startDate: uploadedFrom, endDate: uploadedTo, ...same } = filter;
  if (list === 'jobs') return ok({ list, filter: { ...same, suspended } });
  if (list === 'history') return ok({ list, filter: same });
  return ok({ list, filter: { ...same, uploadedFrom, uploadedTo } });
}

/** `selection` of a bulk operation. */
export const selectionParameter = z.string().max(64).openapi({
  description: 'A token of `POST selections`: the operation acts on its rows alone.',
  example: '9JXzH3v1Q0Wm2dYbV7cK4A',
});

/** Whose selection it is, and where from. */
interface Asked {
  readonly list: SelectableList;
  readonly selection: string;
}

/** As what the audit log tells of the rows of each list. */
const TOLD_AS: Readonly<Record<SelectableList, string>> = {
  jobs: 'job',
  history: 'run',
  'file-metadatas': 'file',
};

async function rowsOf(
  c: Context<AppEnv>,
  { db, now }: Pick<Services, 'db' | 'now'>,
  { list, selection }: Asked,
): Promise<Result<readonly (number | string)[]>> {
  const asked = { id: selection, owner: ownerOf(c), list };
  const rows = await selectedRows({ db, now: now() }, c.var.caller.ccid, asked);
  if (rows.ok) c.var.noted.made.push(...rows.value.map((row) => `${TOLD_AS[list]}:${row}`));
  return rows;
}

/** The ids of a selection of jobs or history items. */
export async function idsSelected(
  c: Context<AppEnv>,
  services: Pick<Services, 'db' | 'now'>,
  { list, selection }: Asked & { readonly list: 'jobs' | 'history' },
): Promise<Result<readonly number[]>> {
  const rows = await rowsOf(c, services, { list, selection });
  return rows.ok ? ok(rows.value.filter((row) => typeof row === 'number')) : rows;
}

/** The names of a selection of files. */
export async function namesSelected(
  c: Context<AppEnv>,
  services: Pick<Services, 'db' | 'now'>,
  selection: string,
): Promise<Result<readonly string[]>> {
  const rows = await rowsOf(c, services, { list: 'file-metadatas', selection });
  return rows.ok ? ok(rows.value.filter((row) => typeof row === 'string')) : rows;
}

/** What a bulk operation names: a selection or a list of its own; one of them, and not both. */
export async function eitherOf<T>(
  field: string,
  listed: readonly T[] | undefined,
  {
    selection,
    selected,
  }: { selection: string | undefined; selected: (id: string) => Promise<Result<readonly T[]>> },
): Promise<Result<readonly T[]>> {
  if (selection === undefined) return listed ? ok(listed) : fail('missing', field);
  return listed ? fail('selection-beside', field) : selected(selection);
}

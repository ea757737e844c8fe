import { env } from 'cloudflare:workers';
import { importJWK, SignJWT } from 'jose';
import { readConfig } from '../../src/config.ts';
import { eraseContact } from '../../src/records/erasure/erase-contact.ts';
import { AuditTrail } from '../../src/identity/audit-trail.ts';
import { outsideKeys } from '../../src/identity/outside-keys.ts';
import { createApp } from '../../src/http/app.ts';
import { hashPassword } from '../../src/identity/password.ts';
import { sha256 } from '../../src/identity/secrets.ts';
import type { ImportInput, Services } from '../../src/http/services.ts';
import { ok } from '../../src/model/failures.ts';
import { fold } from '../../src/model/fold.ts';
import { ROLE_NAMES } from '../../src/model/roles.ts';
import type { JobView } from '../../src/model/api/job-info.ts';
import type { JobRequest } from '../../src/model/api/job-request.ts';
import { jobContext } from '../support/center.ts';
import { jobDouble } from './job-double.ts';
import { source, stores } from '../support/record-stores.ts';

export const config = readConfig(env);
export const START = Date.parse('2026-11-20T12:00:00.000Z');

/** What Vite writes of the built pages, in little. */
const PAGE_MANIFEST = {
  'main.tsx': { file: 'main-1.js', css: ['main-1.css'], imports: ['_shared-2.js'] },
  '_shared-2.js': { file: 'shared-2.js', css: ['shared-2.css'] },
  'pages/other.tsx': { file: 'other-3.js' },
  'pages/jobs/jobs-page.tsx': {
    file: 'jobs-4.js',
    css: ['jobs-4.css'],
    imports: ['_list-5.js', '_shared-2.js'],
  },
  '_list-5.js': { file: 'list-5.js', css: ['list-5.css'], imports: ['_shared-2.js'] },
  'words/en.ts': { file: 'en-6.js' },
  'words/de.ts': { file: 'de-7.js' },
  '../labels/pages/de-lists.ts': { file: 'de-lists-8.js' },
};

/** The app on real D1 and R2, with a clock to set; jobs and import are doubles that note what they got. */
export function makeApp(change: Partial<Services> = {}) {
  const clock = { now: START };
  const created: { ccid: string; request: JobRequest }[] = [];
  const imported: { input: Omit<ImportInput, 'body'>; text: string }[] = [];
  const behind: Promise<unknown>[] = [];
  const audit = new AuditTrail({ config, objects: env.AUDIT, later: (work) => void behind.push(work) });
  const services: Services = {
    config,
    db: env.DB,
    bucket: env.BUCKET,
    assets: { fetch: async () => Response.json(PAGE_MANIFEST) },
    now: () => clock.now,
    flood: async () => true,
    later: (work) => void behind.push(work),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    audit,
    askOutside: () => Promise.reject(new Error('no test asks anybody outside')),
    outside: outsideKeys(env.DB, () => Promise.reject(new Error('no test asks anybody outside'))),
    jobs: jobDouble(created),
    everything: () => ({
      ...jobContext(),
      centers: env.CENTER,
      bucket: env.BUCKET,
      texts: env.BUCKET,
      records: env.RECORDS,
      audit: env.AUDIT,
    }),
    mediaTypes: (ccid) => source.mediaTypes(ccid),
    eraseContact: (ccid, contactId) => eraseContact(stores, ccid, contactId),
    async importRecords({ body, ...input }) {
      const text = await new Response(body).text();
      imported.push({ input, text });
      const none = {
        received: 0,
        inserted: 0,
        updated: 0,
        unchanged: 0,
        rejected: 0,
        waiting: 0,
        errors: [],
      };
      return ok({ kind: input.kind, ...none });
    },
  };
  /** Waits for what goes on behind the answers. */
  const settled = async () => void (await Promise.all(behind.splice(0)));
  return { app: createApp({ ...services, ...change }), audit, services, clock, created, imported, settled };
}

let centers = 0;
/** A contact center that no other test of this file has. */
export const newCenter = (): string => `center-${++centers}`;

/** A good token but for what `change` says; its user is there, with every role. */
export async function signToken(
  ccid: string,
  change: {
    roles?: readonly string[];
    claims?: Record<string, unknown>;
    header?: Record<string, string>;
    key?: CryptoKey;
  } = {},
): Promise<string> {
  const jwk = config.signingKeys.reveal()[0]!; // a ring is never empty
  const seconds = START / 1000;
  const claims = {
    iss: config.issuer,
    aud: config.audience,
    sub: 'somebody',
    ccid,
    roles: change.roles ?? ['administrator'],
    iat: seconds,
    exp: seconds + 40 * 86_400,
    auth_time: seconds,
    ...change.claims,
  };
  await env.DB.prepare(
    `INSERT OR IGNORE INTO users (ccid, name, name_folded, password_hash, roles, created_at) VALUES (?1, ?2, ?2, '', ?3, 0)`,
  )
    .bind(ccid, claims.sub, JSON.stringify(ROLE_NAMES))
    .run();
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: jwk.kid, ...change.header })
    .sign(change.key ?? (await importJWK(jwk, 'RS256')));
}

export const withToken = (token: string): { headers: Record<string, string> } => ({
  headers: { Authorization: `Bearer ${token}` },
});

export type App = ReturnType<typeof createApp>;

/** Asks the app as a caller of one contact center, an administrator unless told otherwise, by `udm`. */
export async function callerOf(app: App, ccid: string, roles?: readonly string[]) {
  const authorization = `Bearer ${await signToken(ccid, { ...(roles ? { roles } : {}), claims: { client_id: 'udm' } })}`;
  return (path: string, init: RequestInit = {}) =>
    app.request(path, {
      ...init,
      headers: { Authorization: authorization, ...(init.headers as Record<string, string> | undefined) },
    });
}

export interface Failed {
  readonly status: {
    readonly code: number;
    readonly message: string;
    readonly detail: { readonly code: string; readonly field?: string };
  };
}

export async function addUser(
  name: string,
  user: { ccid: string; password: string; roles: readonly string[] },
) {
  const hash = await hashPassword(user.password, crypto.getRandomValues(new Uint8Array(16)));
  await env.DB.prepare(
    'INSERT OR REPLACE INTO users (name, name_folded, ccid, password_hash, roles, created_at) VALUES (?, ?, ?, ?, ?, 0)',
  )
    .bind(name, fold(name), user.ccid, hash, JSON.stringify(user.roles))
    .run();
}

/** A client of the platform, which signs in users of every center, unless told otherwise. */
export async function addClient(
  id: string,
  client: { ccid: string; secret: string; roles: readonly string[]; platform?: boolean },
) {
  const { ccid, secret, roles, platform = true } = client;
  await env.DB.prepare(
    'INSERT INTO clients (id, name, name_folded, ccid, secret_hash, roles, platform, created_at) VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, 0)',
  )
    .bind(id, fold(id), ccid, sha256(secret), JSON.stringify(roles), Number(platform))
    .run();
}

export function jobView(id: number, change: Partial<JobView> = {}): JobView {
  const type = change.type ?? 'Interaction';
  return {
    id,
    type,
    source: 'UCS',
    title: 'A title',
    fileSplitSize: '',
    fileName: '',
    fileSize: 0,
    status: 'Queued',
    createdDate: new Date(START).toISOString(),
    dateFrom: '',
    dateTo: '',
    description: '',
    media: [],
    progress: 0,
    parentId: 0,
    exportAttachments: true,
    exportType: 'UCS',
    suspended: false,
    scheduleType: 'once',
    timeFrame: { all: true },
    schedulerParam: { immediately: true },
    jobParams: { type, media: [] },
    latestStatus: 'Queued',
    latestStartedAt: '',
    nextStartsAt: '',
    ...change,
  };
}

import type { AuditTrail } from '../identity/audit-trail.ts';
import type { OutsideKeys } from '../identity/outside-keys.ts';
import type { TellMail } from '../jobs/webhooks/send.ts';
import type { TellByMail } from '../identity/tell-by-mail.ts';
import type { Config } from '../config.ts';
import type { Erased } from '../records/erasure/erase-contact.ts';
import type { ImportReport } from '../records/import/importer.ts';
import type { CenterContext } from '../jobs/centers/context.ts';
import type { JobService } from '../jobs/service.ts';
import type { Failure, Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import type { FloodGate } from '../platform/flood-gate.ts';
import type { OutsideCall } from '../platform/outside-fetch.ts';
import type { Kind } from '../model/records.ts';

/** Everything that the routes use; `src/index.ts` fills it from the bindings, a test from its own. */
export interface Services {
  readonly config: Config;
  readonly db: D1Database;
  readonly bucket: R2Bucket;
  /** What is served as it is: the built pages, the command line. */
  readonly assets: Pick<Fetcher, 'fetch'>;
  now(): Instant;
  /** Lets an address try to sign in until it floods the service. */
  readonly flood: FloodGate;
  /** Unpredictable bytes: refresh tokens and token ids are made of them. */
  randomBytes(count: number): Uint8Array;
  /** Lets work come to its end, also where whoever asked has gone. */
  later(work: Promise<unknown>): void;
  /** Who did what; every operation goes by its door (`audit/door.ts`). */
  readonly audit: AuditTrail;
  /** Issuers outside of this service, and how they are asked. */
  readonly outside: OutsideKeys;
  /** Asks addresses that somebody gave, where they are public (platform/outside-fetch.ts). */
  readonly askOutside: OutsideCall;
  readonly jobs: JobService;
  /** The media of the contact center's own interactions, folded. */
  readonly mediaTypes: (ccid: string) => Promise<readonly string[]>;
  importRecords(input: ImportInput): Promise<Result<ImportReport>>;
  /** Erases one contact with all that belongs to it; answers how many records that were. */
  eraseContact(ccid: string, contactId: string): Promise<Erased>;
  /** Wherever something of a contact center lies: what a restore and a removal work on (`npm run restore`, `npm run center`). */
  everything(): CenterContext;
  /** Tells users by mail what happened to their sign-in; undefined where the deployment sends none. */
  readonly tellByMail?: TellByMail | undefined;
  /** Tells mail addresses what webhooks are told; undefined where the deployment sends none. */
  readonly tellMail?: TellMail | undefined;
  /** Queues that have to take messages, by the names of their bindings; `GET /health` looks after them. */
  readonly queues?: Readonly<Record<string, Queue>>;
  /** Which build is running, where somebody knows; shown by `GET /version`. */
  readonly build?: { readonly number: string; readonly changeset: string } | undefined;
}

export interface ImportInput {
  readonly ccid: string;
  readonly kind: Kind;
  /** The body as sent, still packed when `gzip`. It is read as the import goes on and never held as a whole. */
  readonly body: ReadableStream<Uint8Array>;
  readonly gzip: boolean;
  /** Content-Length; null where there is none. */
  readonly bytes: number | null;
  /** Why whoever sends may not any more; null while they may. */
  readonly shutOut: () => Promise<Failure | null>;
  /** Whether they come back with a backup. */
  readonly returning?: boolean;
}

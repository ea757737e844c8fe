import { randomUUID } from 'node:crypto';

/** A consumer of a queue, as wrangler puts it. */
export interface Consumer {
  consumer_id: string;
  script: string;
  type: string;
  dead_letter_queue?: string | undefined;
  settings: Record<string, unknown>;
}

/** A binding as wrangler uploads it. */
export interface Binding {
  readonly name: string;
  readonly type: string;
  readonly text?: string;
  readonly [key: string]: unknown;
}

/** A version of a Worker: its modules by name, and what it is bound to, without secrets. */
export interface UploadedVersion {
  readonly main: string;
  readonly modules: ReadonlyMap<string, string>;
  readonly bindings: readonly Binding[];
  readonly compatibilityDate: string;
  readonly compatibilityFlags: readonly string[];
}

/** A Worker that was uploaded. */
export interface Script {
  upload: UploadedVersion;
  readonly secrets: Map<string, string>;
  /** The newest first. */
  versions: string[];
  crons: string[];
  subdomain: { enabled: boolean; previews_enabled: boolean };
  migrationTag: string | undefined;
}

/** What an account holds. A double of Cloudflare's: all of it in memory, and the tables in a local database. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  /** Areas that the token may see and change. */
  readonly allowed: Set<string>;
  subdomain: string | null;
  plan: string;
  readonly databases: Map<string, string>;
  /** Jurisdictions of databases, by id. */
  readonly jurisdictions: Map<string, string>;
  readonly buckets: Map<string, { rules: unknown[]; objects: number; jurisdiction: string }>;
  readonly queues: Map<string, { id: string; consumers: Consumer[] }>;
  readonly scripts: Map<string, Script>;
}

/** Where a permission counts, by how a path begins. */
export const AREAS = ['d1', 'r2', 'queues', 'workers', 'subscriptions'] as const;

export const emptyAccount = (): Account => ({
  id: randomUUID().replaceAll('-', ''),
  name: 'Acme',
  token: `drill-${randomUUID()}`,
  allowed: new Set(AREAS),
  subdomain: 'acme',
  plan: 'workers_paid',
  databases: new Map(),
  jurisdictions: new Map(),
  buckets: new Map(),
  queues: new Map(),
  scripts: new Map(),
});

import { z } from 'zod';
import { certificateEnd } from '../encoding/certificate-end.ts';
import type { RecordFilter } from './api/job-request.ts';
import type { Result } from './failures.ts';
import { JURISDICTIONS } from './jurisdiction.ts';
import type { JobType } from './records.ts';
import { preparedPieces, volumeStart, type PreparedPieces } from './laid-out.ts';

/**
 * What consumers, Durable Objects and queue messages say to each other. Each shape is parsed where it arrives; messages
 * and checkpoints carry a format number, so that a newer Worker refuses what an older one left behind in words.
 */
export const FORMAT = 1;

/** A queue message: start the run of a job that was due at `due`. */
export const startMessage = z.object({
  format: z.literal(FORMAT),
  kind: z.literal('start'),
  ccid: z.string().min(1),
  jobId: z.int().positive(),
  due: z.int(),
});
export type StartMessage = Readonly<z.infer<typeof startMessage>>;

/** A queue message: carry out slice `seq` of a run, or of a volume of one that was laid out. Comes at least once; the lease decides whether it is due. */
export const sliceMessage = z.object({
  format: z.literal(FORMAT),
  kind: z.literal('slice'),
  ccid: z.string().min(1),
  jobId: z.int().positive(),
  runId: z.int().positive(),
  seq: z.int().nonnegative(),
  volume: z.int().positive().optional(),
});
export type SliceMessage = Readonly<z.infer<typeof sliceMessage>>;

/** Who may write: the holder of attempt `attempt` at slice `seq` of a run, or of one of its volumes. Anything else is late and refused. */
export const token = z.object({
  runId: z.int().positive(),
  seq: z.int().nonnegative(),
  attempt: z.int().positive(),
  volume: z.int().positive().optional(),
});
export type Token = Readonly<z.infer<typeof token>>;

const instant = z.int();
const count = z.int().nonnegative();

/** Records, and their bytes as lines. */
export const exported = z.object({ records: count, bytes: count });
export type Exported = Readonly<z.infer<typeof exported>>;

/** One data entry of the archive to be: the records of one kind under one entity type, as counted at planning. */
const entryTotals = z.object({
  kind: z.enum(['interactions', 'documents', 'contacts', 'contact-attributes']),
  entity: z.int(),
  records: count,
  bytes: count,
  largeBytes: count.optional(),
});

/** Who can open a run's files. Plans of old do not say when the certificate ends: it is read from the certificate. */
const recipient = z
  .object({
    /** DER, base64. */
    der: z.string(),
    subject: z.string(),
    /** SHA-256 of the DER, lower-case hex. */
    fingerprint: z.string(),
    notAfter: instant.nullable().optional(),
  })
  .transform(({ notAfter, ...kept }) => ({
    ...kept,
    notAfter: notAfter === undefined ? certificateEnd(derBytes(kept.der)) : notAfter,
  }));

/** The bytes of a certificate as a plan keeps it. */
export const derBytes = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** What a run will be, fixed once when it starts. */
export const plan = z.object({
  format: z.literal(FORMAT),
  uuid: z.uuid(),
  createdAt: instant,
  /** Where the run lies and is worked on; left out where that is anywhere. */
  jurisdiction: z.enum(JURISDICTIONS).exclude(['none']).optional(),
  volumeBytes: z.int().positive(),
  /** The primary one of its recipients, and the others, who can open the files as well; plans of old have none. */
  certificate: recipient,
  further: z.array(recipient).readonly().default([]),
  /** The totals of its entries, by the name that stored plans have for them. */
  parts: z.array(entryTotals).readonly(),
  /** Change numbers (from, to] of a DataSync run; null of any other. */
  changes: z.object({ from: count, to: count }).nullable(),
  /** The most that `deleted.json` can hold; null of runs that have none. */
  deleted: exported.nullable().default(null),
  /** The version of the records that the run reads; null of plans from before they were packed. */
  version: count.nullable().default(null),
  /** The version of the contacts that a person's run reads beside its interactions; null of any other. */
  contacts: count.nullable().default(null),
});
export type Plan = Readonly<z.infer<typeof plan>>;

/** All who can open a run's files, the primary one first. */
export const recipientsOf = ({ certificate, further }: Plan) => [certificate, ...further];

/** A part that counts, as R2's `complete` wants it. */
export const uploadedPart = z.object({ partNumber: z.int().positive(), etag: z.string() });
export type UploadedPart = Readonly<z.infer<typeof uploadedPart>>;

/** An upload begun: told before its first part, so that it can be aborted whatever happens. */
export const openedVolume = z.object({
  volume: z.int().positive(),
  key: z.string().min(1),
  uploadId: z.string().min(1),
});
export type OpenedVolume = Readonly<z.infer<typeof openedVolume>>;

/** A volume whose last byte is uploaded, but which is not yet an object. */
export const sealedVolume = openedVolume.extend({
  name: z.string().min(1),
  /** Bytes of the sealed object. */
  size: z.int().positive(),
  parts: z.array(uploadedPart).min(1).readonly(),
});
export type SealedVolume = Readonly<z.infer<typeof sealedVolume>>;

/** A volume that is an object in R2 and was read back. */
export const storedVolume = z.object({
  volume: z.int().positive(),
  /** Lower-case hex. */
  sha256: z.string().length(64),
  uploadedAt: instant,
});
export type StoredVolume = Readonly<z.infer<typeof storedVolume>>;

/** The end of a slice. `checkpoint` is opaque to the object; null once the archive is written to its end. */
export const commit = z.object({
  checkpoint: z.string().max(1_500_000).nullable(),
  /** The volume that the checkpoint goes on with, if one is open. */
  openVolume: z.int().positive().nullable(),
  /** The tail object that the checkpoint names, and that the next commit makes superfluous. */
  tail: z.string().nullable(),
  sealed: z.array(sealedVolume).readonly(),
  stored: z.array(storedVolume).readonly(),
  exported,
  /** What each data entry holds, in the plan's order; told once the archive is written, by consumers that know of it. */
  entries: z.array(exported).readonly().optional(),
  /** True when this consumer stops here and sends the next slice's message. */
  handOver: z.boolean(),
});
export type Commit = Readonly<z.infer<typeof commit>>;

/** The end of a slice that laid an archive out. */
export const laidSlice = z.object({
  /** What the next one goes on from; null once every volume is known. */
  checkpoint: z.string().max(1_500_000).nullable(),
  /** The volumes that begin in what it went through. */
  starts: z.array(volumeStart).readonly(),
  /** Records and bytes gone through so far. */
  laid: exported,
  /** How many volumes there are, and what each data entry holds, in the plan's order; told at the end. */
  volumes: z.int().positive().nullable(),
  entries: z.array(exported).readonly(),
  prepared: preparedPieces,
  /** True when this consumer stops here and sends the next slice's message; always at the end. */
  handOver: z.boolean(),
});
export type LaidSlice = Readonly<z.infer<typeof laidSlice>>;

/** What a consumer is given to work with. */
export interface Lease {
  readonly token: Token;
  /** Sets this writer apart from every earlier one of the run (see `Run.generation`). */
  readonly generation: number;
  readonly job: JobFacts;
  readonly plan: Plan | null;
  readonly checkpoint: string | null;
  /** True once the archive is written: what remains is to complete `sealed` and to finish. */
  readonly written: boolean;
  readonly exported: Exported;
  /** Volumes whose upload waits to be completed. */
  readonly sealed: readonly SealedVolume[];
  /** What was prepared for the volume that the token names; null of a whole run. An object of the version before says nothing. */
  readonly prepared?: PreparedPieces | null;
  /** How far the archive is laid out, where that is under way: nothing is written yet. */
  readonly laying?: string | null;
  /** Whether the object knows of volumes that are written by many. */
  readonly laysOut?: boolean;
}

/** The facts of job and run that the archive's manifest and the reader need. */
export interface JobFacts {
  readonly ccid: string;
  readonly jobId: number;
  readonly runId: number;
  readonly title: string;
  readonly type: JobType;
  /** Whose records are exported; null where that is no person's. */
  readonly contactId: string | null;
  readonly exportType: 'UCS' | 'DataSync';
  readonly from: number | null;
  readonly to: number | null;
  readonly media: readonly string[] | null;
  readonly attachments: boolean;
  readonly filters: readonly RecordFilter[];
  /** Bytes of a volume as the user asked for; null when not. */
  readonly splitBytes: number | null;
  /** Where a DataSync run begins: the change number that the last Finished one reached. */
  readonly watermark: number;
  /** Whether a DataSync run lists what left its scope. */
  readonly listsDeleted: boolean;
}

/** A fault in an attempt at a slice. */
const currentFault = z.object({
  /** One word, the same whenever the same thing goes wrong. */
  code: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** Whether it passes by itself, as an outage does: then it is no reason to fail the run. */
  transient: z.boolean(),
  /** For people, without a full stop; never an error's own text, which may carry a record's. */
  words: z.string().max(2_000),
});
/** Consumers of the version before told words alone. */
const earlierFault = z
  .string()
  .max(2_000)
  .transform((words) => ({ code: 'unknown', transient: false, words }));
export const fault = z.union([currentFault, earlierFault]);
export type Fault = Readonly<z.infer<typeof currentFault>>;

/** Why the object refuses: the run has ended, the slice is not this one, or another consumer holds it. */
export type LeaseRefusal = 'ended' | 'late' | 'held';

/** What a consumer may ask of a job's object. Every call may come twice; a repeated one gets the first answer. */
export interface RunProtocol {
  lease(runId: number, seq: number, volume?: number): Promise<Result<Lease, LeaseRefusal>>;
  renew(token: Token, exported: Exported): Promise<Result<null, LeaseRefusal>>;
  fixPlan(token: Token, plan: Plan): Promise<Result<Lease, LeaseRefusal>>;
  opened(token: Token, volume: OpenedVolume): Promise<Result<null, LeaseRefusal>>;
  commit(token: Token, commit: Commit): Promise<Result<Lease, LeaseRefusal>>;
  /** The same of a slice that laid the archive out. */
  laidOut(token: Token, slice: LaidSlice): Promise<Result<Lease, LeaseRefusal>>;
  /** The run is done with what was written; or one of its volumes is. */
  finish(token: Token, stored: readonly StoredVolume[]): Promise<Result<null, LeaseRefusal>>;
  /** What was written is of no use: the run is planned and begun anew, or fails when that happened too often. */
  restarted(token: Token, reason: string): Promise<Result<null, LeaseRefusal>>;
  /** A fault of this attempt; the object sends the slice again, or fails the run when it has seen enough. */
  stumbled(token: Token, fault: Fault): Promise<Result<null, LeaseRefusal>>;
  /** The run cannot succeed: it fails at once with this reason. */
  failed(token: Token, reason: string): Promise<Result<null, LeaseRefusal>>;
}

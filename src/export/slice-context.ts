import type { Config } from '../config.ts';
import type { Result } from '../model/failures.ts';
import {
  derBytes,
  recipientsOf,
  type Exported,
  type Lease,
  type LeaseRefusal,
  type Plan,
  type RunProtocol,
  type SliceMessage,
  type Token,
} from '../model/protocol.ts';
import type { RunBucket } from '../platform/bucket.ts';
import type { RecordSource } from '../records/source/source.ts';
import { artifactPrefix, preparedPrefix, tailPrefix } from '../store/object-keys.ts';
import type { Budget } from './budget.ts';
import { LeaseLost } from './faults.ts';
import type { PreparedContext } from './prepared-pieces.ts';
import type { VolumeContext } from './volume-writer.ts';
import type { WalkContext } from './walk-archive.ts';

type Settings = 'jurisdiction' | 'leastLaidBytes' | 'maxVolumeBytes' | 'sliceMs' | 'slicePages' | 'wrapKeys';

/** What carrying out a slice needs; `src/index.ts` fills it from the bindings. */
export interface SliceContext {
  readonly config: Pick<Config, Settings>;
  readonly db: D1Database;
  readonly bucket: RunBucket;
  readonly source: RecordSource;
  readonly job: RunProtocol;
  readonly send: (message: SliceMessage) => Promise<void>;
  readonly now: () => number;
  /** Is told that the slice is still at work, as often as its lease is renewed. */
  readonly held?: () => void;
}

/** A lease whose run is planned, and how long the slice may take. */
export interface HeldSlice {
  readonly lease: Lease;
  readonly plan: Plan;
  readonly budget: Budget;
}

/** What a slice walks through. */
export const walkContext = (context: SliceContext, { lease, plan, budget }: HeldSlice): WalkContext => ({
  job: lease.job,
  plan,
  source: context.source,
  budget,
  renew: renewer(context, lease.token),
});

/** Names what an attempt writes beside volumes: no other one has the same. */
export const attemptOf = ({ token: { volume, seq }, generation }: Lease): string =>
  volume === undefined ? `${seq}-${generation}` : `${volume}-${seq}-${generation}`;

const runName = ({ job: { ccid, runId } }: Lease): string => `${ccid}/${runId}`;

export const preparedContext = ({ bucket, config }: SliceContext, lease: Lease): PreparedContext => ({
  bucket,
  wrapKeys: config.wrapKeys,
  run: runName(lease),
  preparedPrefix: preparedPrefix(lease.job.ccid, lease.job.runId),
});

export const volumeContext = (context: SliceContext, { lease, plan }: HeldSlice): VolumeContext => ({
  bucket: context.bucket,
  wrapKeys: context.config.wrapKeys,
  run: runName(lease),
  artifactPrefix: artifactPrefix(lease.job.ccid, lease.job.runId),
  tailPrefix: tailPrefix(lease.job.ccid, lease.job.runId),
  certificates: recipientsOf(plan).map(({ der }) => derBytes(der)),
  generation: lease.generation,
  opened: async (volume) => {
    mustHold(await context.job.opened(lease.token, volume));
  },
});

export const renewer =
  ({ job, held }: SliceContext, token: Token) =>
  async (exported: Exported): Promise<void> => {
    held?.();
    mustHold(await job.renew(token, exported));
  };

export function mustHold<T>(granted: Result<T, LeaseRefusal>): T {
  if (!granted.ok) throw new LeaseLost(`the lease is ${granted.failure}`);
  return granted.value;
}

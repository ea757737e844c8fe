import { expect } from 'vitest';
import { completeVolume } from '../../src/export/complete-volume.ts';
import type { SliceContext } from '../../src/export/slice-context.ts';
import { scopesOf } from '../../src/export/scopes.ts';
import { writeArchive } from '../../src/export/write-archive.ts';
import { readerOf } from '../../src/records/source/reader.ts';
import { derBytes, type JobFacts, type Plan, type SealedVolume } from '../../src/model/protocol.ts';
import { config, openArtifact } from '../support/center.ts';
import { consumerOf, passing, type World } from './world.ts';

/** What a run was planned to be, as its consumers are told. */
export interface Planned {
  readonly plan: Plan;
  readonly job: JobFacts;
}

/** Notes the plan of a world's run. */
export function spied(world: World, found: Planned[]): Partial<SliceContext> {
  const { job } = consumerOf(world, passing);
  return {
    job: {
      ...job,
      fixPlan: async (token, plan) => {
        const granted = await job.fixPlan(token, plan);
        if (granted.ok && granted.value.plan)
          found.push({ plan: granted.value.plan, job: granted.value.job });
        return granted;
      },
    },
  };
}

/** The plain volumes that one consumer makes of a plan, one after the other. */
export async function byOneChain(world: World, { plan, job }: Planned): Promise<readonly Uint8Array[]> {
  const { source, bucket } = consumerOf(world, passing);
  // The run has let go of what it read; nothing has changed since.
  const versions = [];
  for (const scope of scopesOf(job))
    versions.push((await source.begin(scope, { reader: readerOf(job), since: null }))?.version);
  expect([versions[0], versions[1] ?? null]).toEqual([plan.version, plan.contacts]);
  const sealed: SealedVolume[] = [];
  for (let checkpoint: string | null = null, ended = false; !ended;) {
    const slice: Awaited<ReturnType<typeof writeArchive>> = await writeArchive(
      {
        job,
        plan,
        source,
        budget: { page: () => undefined, used: () => true },
        renew: async () => undefined,
        volumes: {
          bucket,
          wrapKeys: config.wrapKeys,
          run: 'chain/1',
          artifactPrefix: 'artifacts/chain/1/',
          tailPrefix: 'tail/chain/1/',
          certificates: [derBytes(plan.certificate.der)],
          generation: 1,
          opened: async () => undefined,
        },
        tailName: crypto.randomUUID(),
        laid: null,
      },
      checkpoint,
    );
    sealed.push(...slice.sealed);
    checkpoint = slice.checkpoint;
    ended = checkpoint === null;
  }
  const complete = { bucket, now: Date.now, renew: async () => undefined };
  for (const volume of sealed) await completeVolume(complete, volume);
  return Promise.all(sealed.map(({ key }) => openArtifact(key)));
}

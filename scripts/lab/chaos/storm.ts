import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../generate/random.ts';
import type { DataType } from '../../../src/model/records.ts';
import type { Session } from '../../../src/client/session.ts';
import { isUnderWay, look, submitRun, type WatchedRun } from './runs.ts';
import type { ServiceGroup } from './service-group.ts';

const POLL_MS = 100;
/** A run that stands still for so long never moves again. */
const STUCK_MS = 180_000;

export interface StormOptions {
  readonly types: readonly DataType[];
  readonly kills: number;
  /** A kill comes up to so many milliseconds after progress was seen to move. */
  readonly pauseMs: number;
  /** Whether the first runs are left in peace, to see how long they take. */
  readonly undisturbed: boolean;
  readonly random: Random;
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
}

/** One kill: how many runs it cut, and how long they took to move again. */
export interface Kill {
  readonly cut: number;
  /** From the kill to the restarted service's first answer. */
  readonly restartMs: number;
  /** From that answer until the first of the cut runs moved, and until all had; null where nothing was cut. */
  readonly firstMs: number | null;
  readonly allMs: number | null;
}

export interface Storm {
  readonly kills: readonly Kill[];
  readonly runs: readonly WatchedRun[];
}

/**
 * Keeps a run of each type going and kills the service's whole group `kills` times, each time only after
 * every run under way has moved since the last kill; then lets the last runs end.
 */
export async function storm(group: ServiceGroup, session: Session, options: StormOptions): Promise<Storm> {
  const kills: Kill[] = [];
  const runs: WatchedRun[] = [];
  if (options.undisturbed) {
    const startedAt = Date.now();
    for (const type of options.types) runs.push(await submitRun(session, type));
    await allEnded(session, runs, options.signal);
    options.say(
      `Left in peace, the runs of ${options.types.join(' and ')} take ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`,
    );
  }
  while (kills.length < options.kills) {
    if (!runs.some(isUnderWay)) {
      // A busy service answers late: by the time that a second run is submitted, the first one is far on.
      const types = options.random.next() < 0.5 ? options.types.slice(0, 1) : options.types.toReversed();
      for (const type of types) runs.push(await submitRun(session, type));
      await firstMoved(session, runs, options.signal);
    }
    await sleep(Math.floor(options.random.next() * options.pauseMs), undefined, { signal: options.signal });
    await look(session, runs);
    const cut = runs.filter(isUnderWay);
    // Few kills are spent on a service that only cleans up.
    if (cut.length === 0 && options.random.next() < 0.8) continue;
    const killedAt = Date.now();
    await group.end('SIGKILL');
    await group.start(options.signal);
    const restartMs = Date.now() - killedAt;
    // What moved between the last look and the kill is no recovery: the count begins with what the restart finds.
    await look(session, cut);
    const times = await allMoved(session, cut, options.signal);
    const kill = { cut: cut.length, restartMs, firstMs: times.at(0) ?? null, allMs: times.at(-1) ?? null };
    kills.push(kill);
    options.say(`kill ${kills.length}: ${describe(kill, cut)}`);
  }
  await allEnded(session, runs, options.signal);
  return { kills, runs };
}

async function allEnded(session: Session, runs: readonly WatchedRun[], signal: AbortSignal): Promise<void> {
  while (runs.some(isUnderWay)) {
    await allMoved(session, runs.filter(isUnderWay).slice(0, 1), signal);
    await sleep(POLL_MS, undefined, { signal });
  }
}

async function firstMoved(session: Session, runs: readonly WatchedRun[], signal: AbortSignal): Promise<void> {
  while (runs.some(isUnderWay) && (await look(session, runs)).length === 0)
    await sleep(POLL_MS, undefined, { signal });
}

/** Waits until each of the runs has moved or has ended; answers the milliseconds each took, in order. */
async function allMoved(
  session: Session,
  runs: readonly WatchedRun[],
  signal: AbortSignal,
): Promise<number[]> {
  const since = Date.now();
  const times = runs.filter((run) => !isUnderWay(run)).map(() => 0);
  const left = new Set(runs.filter(isUnderWay));
  while (left.size > 0) {
    for (const run of await look(session, [...left])) {
      left.delete(run);
      times.push(Date.now() - since);
    }
    if (Date.now() - since > STUCK_MS)
      throw new Error(`run ${[...left][0]?.id} has not moved for ${STUCK_MS / 1000} s`);
    if (left.size > 0) await sleep(POLL_MS, undefined, { signal });
  }
  return times;
}

function describe({ cut, restartMs, firstMs, allMs }: Kill, runs: readonly WatchedRun[]): string {
  const seconds = (ms: number | null) => `${((ms ?? 0) / 1000).toFixed(1)} s`;
  if (cut === 0) return `cut nothing; restart ${seconds(restartMs)}`;
  const where = runs.map((run) => `${run.id} at ${run.records} of ${run.total}`).join(', ');
  return `cut ${cut} (${where}); restart ${seconds(restartMs)}, moving ${seconds(firstMs)}, all ${seconds(allMs)}`;
}

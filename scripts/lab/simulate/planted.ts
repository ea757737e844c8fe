/** A bug to be planted: a text of the service's code, which is there once, and what stands in its place. */
export interface PlantedBug {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Bugs of different kinds; each has to be found by its consequences alone. */
export const BUGS: readonly PlantedBug[] = [
  {
    name: 'a late writer passes the fence',
    file: 'src/model/claim.ts',
    from: 'claim.held && token.seq === claim.seq && token.attempt === claim.attempt;',
    to: 'token.seq <= claim.seq;',
  },
  {
    name: 'a message that is lost is never sent again',
    file: 'durable/upkeep.ts',
    from: 'if (run && run.claim.wakeAt <= now) {',
    to: 'if (run && run.claim.wakeAt <= 0) {',
  },
  {
    name: 'an id that D1 gave before is given again',
    file: 'durable/registry.ts',
    from: 'const from = setBack ? highest + 1 : first;',
    to: 'const from = first;',
  },
  {
    name: 'the end of a run is not told to its contact center',
    file: 'durable/upkeep.ts',
    from: "this.state.addErrand('leave', run.id);",
    to: '',
  },
  {
    name: 'a cancelled run moves the watermark',
    file: 'durable/upkeep.ts',
    from: 'if (finished && run.plan?.changes)',
    to: 'if (run.plan?.changes)',
  },
  {
    name: 'a list shows every contact center',
    file: 'src/store/artifacts.ts',
    from: 'and(eq(artifacts.ccid, ccid), sql`',
    to: 'and(sql`',
  },
  {
    name: 'a start that comes twice is made twice',
    file: 'durable/job-calls.ts',
    from: 'if (!job || job.nextStartsAt !== due ||',
    to: 'if (!job ||',
  },
  {
    name: 'garbage takes what is an artifact',
    file: 'durable/garbage.ts',
    from: 'new Set(state.volumes.done(item.run).map(({ key }) => key))',
    to: 'new Set<string>()',
  },
  {
    name: 'the page before a slice ends is read again by the next',
    file: 'src/export/walk-archive.ts',
    from: `      if (next === null || this.#sink.full) break;
      this.#cursor = next;
      if (budget.used(this.#sink.tailBytes)) return false;`,
    to: `      if (next === null || this.#sink.full) break;
      if (budget.used(this.#sink.tailBytes)) return false;
      this.#cursor = next;`,
  },
  {
    name: 'a slice goes on without the tail of the one before',
    file: 'src/export/volume-writer.ts',
    from: 'for await (const chunk of tail.body) await uploads.write(chunk);',
    to: '',
  },
  {
    name: 'a volume begins with what belongs to the one before',
    file: 'src/export/archive-writer.ts',
    from: 'return this.#laid !== null && this.#number < this.#laid.volume;',
    to: 'return false;',
  },
  {
    name: 'a run is done while one of its volumes is not',
    file: 'durable/run-calls.ts',
    from: 'if (state.laid.any(run.id)) await',
    to: 'if (state.laid.inFlight(run.id) > 1) await',
  },
];

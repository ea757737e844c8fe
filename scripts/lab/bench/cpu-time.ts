import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second (sysconf(_SC_CLK_TCK), 100 on every architecture that Node runs on). */
const TICK_MS = 10;

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly name: string;
  readonly cpuMs: number;
}

/**
 * Milliseconds of CPU that the workerd processes below this one have used so far, or 0 where there is no /proc. D1, R2 and the
 * queue run in there, too, and the clients' requests: more than the platform would bill.
 */
export function workerdCpuMs(): number {
  const all = processes();
  const below = new Set([process.pid]);
  // Children have higher ids than their parents but where ids have wrapped round: a few passes find them all.
  for (let size = 0; size !== below.size;) {
    size = below.size;
    for (const { id, parent } of all) if (below.has(parent)) below.add(id);
  }
  return all
    .filter(({ id, name }) => below.has(id) && name === 'workerd')
    .reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

function processes(): readonly Process[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => statOf(Number(name)));
  } catch {
    return [];
  }
}

/** proc(5): `id (name) state parent …`, utime and stime are fields 14 and 15. */
function statOf(id: number): readonly Process[] {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'latin1');
    const [open, close] = [text.indexOf('('), text.lastIndexOf(')')];
    const fields = text.slice(close + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    return [{ id, parent: Number(fields[1]), name: text.slice(open + 1, close), cpuMs: ticks * TICK_MS }];
  } catch {
    // It has ended since the folder was read.
    return [];
  }
}

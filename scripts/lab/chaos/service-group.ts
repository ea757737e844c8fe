import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '../../cli/command.ts';
import { HOST } from '../../dev/port.ts';
import { PROJECT } from '../../dev/wrangler.ts';

const READY_TIMEOUT_MS = 120_000;
const GONE_TIMEOUT_MS = 10_000;

export interface GroupOptions {
  readonly port: number;
  readonly persistTo: string;
  /** Open file that the service's output goes to. */
  readonly output: number;
  /** Variables over those of wrangler.toml, as `KEY:VALUE`. */
  readonly vars: readonly string[];
  /** Folders of checkouts whose service it is, each start the next one's; this project's own where none is named. */
  readonly projects?: readonly string[];
}

/** `npm run dev` as the leader of a process group of its own, so that one signal reaches every process of the service. */
export class ServiceGroup {
  readonly url: string;
  readonly #options: GroupOptions;
  #leader: ChildProcess | null = null;
  #starts = 0;

  constructor(options: GroupOptions) {
    this.#options = options;
    this.url = `http://${HOST}:${options.port}`;
  }

  /** Starts the service on its folder and resolves when it answers. */
  async start(signal: AbortSignal): Promise<void> {
    const { port, persistTo, output, vars, projects = [PROJECT] } = this.#options;
    const project = projects[this.#starts % projects.length] ?? PROJECT;
    this.#starts += 1;
    const args = [join(project, 'scripts/dev.ts'), '--port', String(port), '--persist-to', persistTo];
    const leader = spawn(process.execPath, [...args, ...vars.flatMap((item) => ['--var', item])], {
      detached: true,
      stdio: ['ignore', output, output],
    });
    this.#leader = leader;
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (!(await this.#answers())) {
      await sleep(50, undefined, { signal });
      if (leader.exitCode !== null || leader.signalCode !== null)
        throw new CommandError('The service ended before it was ready; its log says why.');
      if (Date.now() > deadline) throw new CommandError('The service did not become ready.');
    }
  }

  /** Sends the whole group a signal and resolves when none of its processes is left. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const leader = this.#leader;
    if (leader?.pid === undefined) return;
    this.#leader = null;
    const ended = leader.exitCode === null && leader.signalCode === null ? once(leader, 'exit') : null;
    // SIGTERM goes to the leader alone, which ends its own children in order.
    if (signal === 'SIGKILL') signalGroup(leader.pid, signal);
    else leader.kill(signal);
    await ended;
    const deadline = Date.now() + GONE_TIMEOUT_MS;
    while (signalGroup(leader.pid, 0)) {
      if (Date.now() > deadline) throw new CommandError('A process of the service outlived its group.');
      await sleep(20);
    }
  }

  async #answers(): Promise<boolean> {
    try {
      const answer = await fetch(`${this.url}/udm/v10/version`);
      await answer.body?.cancel();
      return answer.status === 200;
    } catch {
      return false;
    }
  }
}

/** Whether the group exists; with a signal, it is sent. */
function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-leader, signal);
    return true;
  } catch {
    return false;
  }
}

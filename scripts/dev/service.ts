import { once } from 'node:events';
import type { StdioOptions } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '../cli/command.ts';
import { buildWeb } from '../build/build-web.ts';
import { checkedOut } from './commit.ts';
import { fireEveryMinute } from './minute-cron.ts';
import { HOST, requireFreePort } from './port.ts';
import { prepareFolder } from './prepare.ts';
import { localSecrets } from './secrets.ts';
import { relayOutput } from './relay-output.ts';
import { forgetServed, noteServed, servedAt } from './served.ts';
import { spawnWrangler } from './wrangler.ts';

const READY_TIMEOUT_MS = 90_000;
const ANSWER_TIMEOUT_MS = 10_000;
/** A service that answers with errors so many times will not be ready however long it is asked. */
const FAILURES_MOST = 5;
/** SIGTERM first; what still runs after this is killed, so that everything has ended within 10 s. */
const STOP_TIMEOUT_MS = 7_000;

export interface ServiceOptions {
  readonly port: number;
  /** Absolute path of the folder that holds the local database, objects and secrets. */
  readonly persistTo: string;
  readonly inspectorPort?: number | undefined;
  /** Variables over those of wrangler.toml, as `KEY:VALUE`. */
  readonly vars?: readonly string[];
  /** The Worker's entry in place of `main` of wrangler.toml, from the project's folder. */
  readonly entry?: string;
  /** Whether the pages are served, too, for which they are built; they are unless it says otherwise. */
  readonly pages?: boolean;
  /** Where wrangler's stdout and stderr go: to a file, or, without what it says to developers of Workers, to ours. */
  readonly output: 'relayed' | number;
}

export interface Service {
  readonly url: string;
  /** Resolves when the service has ended: stopped, by the signal, or by itself. */
  readonly ended: Promise<void>;
  /** Ends the service; resolves when its processes are gone. */
  stop(): Promise<void>;
}

/**
 * Starts the Worker on `wrangler dev` with migrated tables, secrets and, on a new database, the demo contact center.
 * Resolves when it answers. It ends with the signal, or by `stop`.
 */
export async function startService(options: ServiceOptions, outer: AbortSignal): Promise<Service> {
  const { persistTo, port } = options;
  await requireFreePort(port);
  const other = servedAt(persistTo);
  if (other !== null)
    throw new CommandError(
      `${persistTo} is served already, at ${other}. Choose another folder with --persist-to.`,
    );
  await prepareFolder(persistTo, outer);
  return serve(options, outer);
}

/** The same on a folder as it is: nothing is migrated, nobody is added. */
export async function serve(options: ServiceOptions, outer: AbortSignal): Promise<Service> {
  const { persistTo, port, pages = true } = options;
  // wrangler refuses to serve without the folder of its assets.
  await buildWeb({ pages });
  const envFile = localSecrets(persistTo);
  const own = new AbortController();
  const signal = AbortSignal.any([outer, own.signal]);
  const ended = runDev(options, envFile, signal);
  const stop = () => {
    own.abort();
    return ended;
  };
  const url = `http://${HOST}:${port}`;
  try {
    await Promise.race([untilReady(url, signal), failEarly(ended, signal)]);
  } catch (error) {
    await stop();
    throw error;
  }
  fireEveryMinute(url, signal);
  noteServed(persistTo, url);
  void ended.then(() => forgetServed(persistTo));
  return { url, ended, stop };
}

async function runDev(options: ServiceOptions, envFile: string, signal: AbortSignal): Promise<void> {
  const { port, persistTo, inspectorPort = 0, vars = [], entry, output } = options;
  const where = output === 'relayed' ? 'pipe' : output;
  const stdio: StdioOptions = ['ignore', where, where];
  const child = spawnWrangler(
    ['dev', ...(entry === undefined ? [] : [entry]), '--local', '--ip', HOST, '--port', String(port)]
      .concat(['--inspector-port', String(inspectorPort)])
      .concat(['--persist-to', persistTo, '--env-file', envFile, '--show-interactive-dev-session=false'])
      .concat(
        [`COMMIT:${checkedOut()}`, `ORIGIN:http://${HOST}:${port}`, 'RATE_LIMIT:0', ...vars].flatMap(
          (item) => ['--var', item],
        ),
      ),
    persistTo,
    stdio,
  );
  if (output === 'relayed') relayOutput(child);
  let killer: NodeJS.Timeout | undefined;
  const stop = () => {
    child.kill('SIGTERM');
    killer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  };
  signal.addEventListener('abort', stop, { once: true });
  await once(child, 'exit');
  clearTimeout(killer);
  signal.removeEventListener('abort', stop);
}

async function failEarly(ended: Promise<void>, signal: AbortSignal): Promise<never> {
  await ended;
  signal.throwIfAborted();
  throw new CommandError('wrangler dev ended before the service was ready; its output says why.');
}

async function untilReady(url: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  let last = 'no answer';
  let failures = 0;
  while (Date.now() < deadline) {
    if (failures >= FAILURES_MOST) break;
    await sleep(100, undefined, { signal });
    try {
      // While the Worker cannot be built, the port accepts connections and never answers.
      const patience = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]);
      const answer = await fetch(`${url}/udm/v10/version`, { signal: patience });
      await answer.body?.cancel();
      if (answer.status === 200) return;
      last = `status ${answer.status}`;
      failures += 1;
    } catch (error) {
      signal.throwIfAborted();
      last = String(error);
    }
  }
  const when =
    failures >= FAILURES_MOST
      ? 'The service fails'
      : `The service was not ready after ${READY_TIMEOUT_MS / 1000} s`;
  throw new CommandError(`${when} (${last}); its output says why.`);
}

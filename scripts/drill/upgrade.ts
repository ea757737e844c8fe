import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../cli/command.ts';
import { PROJECT } from '../dev/wrangler.ts';
import { playScene, type SceneOutcome } from '../lab/chaos/scene.ts';

/** What an upgrade is played with. */
export interface Upgrade {
  /** The commit whose service is the version before. */
  readonly from: string;
  readonly swaps: number;
  /** Generated interactions that are exported. */
  readonly interactions: number;
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
}

/** Whether the history of this checkout is there, with the commit in it. */
function hasCommit(revision: string): boolean {
  try {
    said('cat-file', '-e', `${revision}^{commit}`);
    return true;
  } catch {
    return false;
  }
}

/** Where what is stored is decided: a version that differs in none of these reads what the other wrote without another word. */
const STORED = ['migrations', 'durable', 'src/model', 'src/store', 'src/export', 'src/records'];
/** The first commit that reads records in packs: a run of an earlier one fails as soon as a compaction has moved what it reads. */
const PACKS = '70b943d';

/** The commit before the last one that changed anything of what is stored; null where the history of this checkout does not have it. */
export function versionBefore(): string | null {
  try {
    const last = said('log', '-1', '--format=%H', `${PACKS}..HEAD`, '--', ...STORED);
    return last === '' ? null : said('rev-parse', `${last}~1`);
  } catch {
    return null;
  }
}

/**
 * Swaps the service of an earlier commit and this one's, again and again, by SIGKILL, on one folder and under one run at least: forwards and
 * back, as a gradual rollout and a rollback do. Every archive is then compared record by record.
 */
export async function playUpgrade({
  from,
  swaps,
  interactions,
  say,
  signal,
}: Upgrade): Promise<SceneOutcome> {
  if (!hasCommit(from)) throw new CommandError(`There is no commit ${from} in the history of this checkout.`);
  const before = mkdtempSync(join(tmpdir(), 'udm-before-'));
  try {
    const packed = execFileSync('git', ['archive', '--format=tar', from], {
      cwd: PROJECT,
      maxBuffer: 2 ** 30,
    });
    execFileSync('tar', ['-x', '-C', before], { input: packed });
    symlinkSync(join(PROJECT, 'node_modules'), join(before, 'node_modules'));
    if (!existsSync(join(before, 'scripts/dev.ts')))
      throw new CommandError(`${from} has no service to start.`);
    say(`${from} and this checkout are swapped ${swaps} times.`);
    return await playScene({
      kills: swaps,
      seed: 1,
      interactions,
      shared: false,
      pauseMs: 1_000,
      types: ['Interaction'],
      undisturbed: false,
      vars: ['SLICE_MS:1000', 'SLICE_PAGES:3', 'MAX_VOLUME_MB:16'],
      projects: [before, PROJECT],
      say,
      signal,
    });
  } finally {
    rmSync(before, { recursive: true, force: true });
  }
}

const said = (...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: PROJECT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** `npm run drill -- upgrade`. */
export async function drillUpgrade(named: string | undefined, signal: AbortSignal): Promise<number> {
  const say = (text: string) => console.log(text);
  const from = named ?? versionBefore();
  if (from === null) throw new CommandError('This checkout has no history to take a version before from.');
  const { wrong, runs, kills } = await playUpgrade({ from, swaps: 20, interactions: 60_000, say, signal });
  for (const what of wrong) console.log(`WRONG: ${what}`);
  const cut = kills.filter((kill) => kill.cut > 0).length;
  console.log(
    `${kills.length} swaps, ${cut} of them under a run; ${runs.length} runs; ${wrong.length} violations.`,
  );
  return wrong.length === 0 ? 0 : 1;
}

import { CommandError } from '../cli/command.ts';
import { cutOff, inEmptyAccount, type Cut } from './drilled.ts';
import { DRILLED_FAILURES } from './failures.ts';

/** Plays deployments, with words; answers the exit code. `cuts` 0: at every request that changes something. */
export async function drillDeploy(cuts: number, signal: AbortSignal): Promise<number> {
  const changes = await fromEmpty();
  const indices = cuts === 0 ? [...changes.keys()] : spread(changes.length, cuts);
  for (const index of indices)
    for (const phase of ['before', 'after'] as const) {
      signal.throwIfAborted();
      await cut(index, phase);
    }
  for (const failure of DRILLED_FAILURES) {
    signal.throwIfAborted();
    await failing(failure);
  }
  console.log(
    `Drilled: from empty, without a change, ${indices.length * 2} cuts, ${DRILLED_FAILURES.length} failures.`,
  );
  return 0;
}

/** From an empty account to an export that was opened; then again. Answers the requests that changed something. */
const fromEmpty = (): Promise<readonly string[]> =>
  inEmptyAccount(async ({ fake, deploy }) => {
    console.log('== From an empty account');
    const first = await deploy();
    console.log(first.output);
    require(first.code === 0, 'the deployment ended with an error');
    const changes = fake.takeChanges();
    console.log(`== Again (the first run made ${changes.length} requests that change something)`);
    const second = await deploy();
    console.log(second.output);
    const more = fake.takeChanges();
    require(second.code === 0 && more.length === 0, `the second run changed something: ${more.join(', ')}`);
    return changes;
  });

const cut = (number: number, phase: Cut['phase']): Promise<void> =>
  inEmptyAccount(async (drilled) => {
    const { where, again } = await cutOff(drilled, { phase, at: (index) => index === number });
    console.log(`== Cut off ${phase} ${where}; again: exit code ${again.code}`);
    require(again.code === 0, again.output);
    drilled.fake.takeChanges();
    const third = await drilled.deploy();
    const more = drilled.fake.takeChanges();
    require(third.code === 0 &&
      more.length === 0, `the run after that changed something: ${more.join(', ')}`);
  });

const failing = ({ name, arrange, says, early }: (typeof DRILLED_FAILURES)[number]): Promise<void> =>
  inEmptyAccount(async ({ fake, deploy }) => {
    const { env = {} } = arrange(fake) ?? {};
    const { code, output } = await deploy([], env);
    console.log(`== Failure: ${name}\n${output}`);
    const missing = says.find((words) => !words.test(output));
    require(code === 1 && missing === undefined, `it does not say ${missing?.source}`);
    require(!early || fake.takeChanges().length === 0, 'something was made');
  });

/** So many numbers below `count`, spread over all of them, the first and last among them. */
const spread = (count: number, wanted: number): readonly number[] => [
  ...new Set(
    Array.from({ length: wanted }, (_, n) => Math.round((n * (count - 1)) / Math.max(1, wanted - 1))),
  ),
];

function require(right: boolean, what: string): asserts right {
  if (!right) throw new CommandError(`The drill failed: ${what}`);
}

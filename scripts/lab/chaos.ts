import { DATA_TYPES } from '../../src/model/records.ts';
import { readArguments, readInteger, runCommand } from '../cli/command.ts';
import { stopSignal } from '../cli/signals.ts';
import { playScene, type SceneOutcome } from './chaos/scene.ts';
import type { Kill } from './chaos/storm.ts';

/** A cut run moves again so soon after the restarted service answers: one lease (15 s), and the slice done again. */
const RECOVERY_MS = 20_000;

const HELP = `npm run chaos -- --kills N [options]

Imports records into a service of its own, exports them again and again, and kills the service's whole process group with
SIGKILL at random moments, each time only after every run has moved since the last kill. Meanwhile somebody of another contact
center imports, makes jobs, cancels and deletes them. Then every archive is decrypted and compared record by record, the whole
record of requests and answers is judged (what was answered is kept, ids come once, statuses only go forward), every act that was
answered as done is looked for in the audit logs, whose chains have to be whole, and the local R2, D1 and objects are searched
for leftovers. Exit code 1 on any violation.

  --kills N        how often to kill (10)
  --seed S         seed of records and moments (1)
  --records R      generated interactions, about 2.2 KB each with their attachments (260000)
  --slice-ms N     SLICE_MS of the service (2000)
  --slice-pages N  SLICE_PAGES of the service: small slices have more seams, and make a run last (6)
  --volume-mb N    MAX_VOLUME_MB of the service, so that a run writes several volumes (16)
  --no-shared      without ../shared/contact-history
  --help           this text`;

const OPTIONS = {
  kills: { type: 'string', default: '10' },
  seed: { type: 'string', default: '1' },
  records: { type: 'string', default: '260000' },
  'slice-ms': { type: 'string', default: '2000' },
  'slice-pages': { type: 'string', default: '6' },
  'volume-mb': { type: 'string', default: '16' },
  'no-shared': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  const { values } = readArguments({ args, options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const outcome = await playScene({
    kills: readInteger('kills', values.kills, [0, 10_000]),
    seed: readInteger('seed', values.seed, [0, 2 ** 31 - 1]),
    interactions: readInteger('records', values.records, [1, 10_000_000]),
    shared: !values['no-shared'],
    pauseMs: 4_000,
    types: DATA_TYPES,
    undisturbed: true,
    vars: [
      `SLICE_MS:${readInteger('slice-ms', values['slice-ms'], [1, 600_000])}`,
      `SLICE_PAGES:${readInteger('slice-pages', values['slice-pages'], [1, 1_000_000])}`,
      `MAX_VOLUME_MB:${readInteger('volume-mb', values['volume-mb'], [1, 512])}`,
    ],
    say: (text) => console.log(text),
    signal: stopSignal(),
  });
  const wrong = [...outcome.wrong, ...tooSlow(outcome.kills)];
  console.log(summary(outcome));
  for (const what of wrong) console.log(`WRONG: ${what}`);
  console.log(wrong.length === 0 ? 'Nothing was lost, doubled or left over.' : `${wrong.length} violations.`);
  return wrong.length === 0 ? 0 : 1;
});

function tooSlow(kills: readonly Kill[]): string[] {
  return kills.flatMap(({ firstMs }, index) =>
    firstMs !== null && firstMs > RECOVERY_MS
      ? [`after kill ${index + 1} nothing moved for ${(firstMs / 1000).toFixed(1)} s`]
      : [],
  );
}

function summary({ kills, runs, begunUploads, records, requests }: SceneOutcome): string {
  const cutting = kills.filter(({ cut }) => cut > 0);
  const times = cutting.map(({ firstMs }) => firstMs ?? 0).toSorted((a, b) => a - b);
  const seconds = (share: number) =>
    ((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) / 1000).toFixed(1);
  const slowest = Math.max(0, ...cutting.map(({ allMs }) => allMs ?? 0)) / 1000;
  return [
    `${kills.length} kills, ${cutting.length} of them cut a run that was under way (${cutting.reduce((sum, { cut }) => sum + cut, 0)} runs cut).`,
    `${runs.length} runs over ${records} records, ${runs.filter(({ status }) => status === 'Finished').length} of them Finished.`,
    `${requests} requests of a neighbour beside them, all answers kept.`,
    `After a restart the first run moved within ${seconds(0.5)} s (median), ${seconds(1)} s (most); every one within ${slowest.toFixed(1)} s.`,
    `${begunUploads} uploads without a byte are left to the bucket's lifecycle rule.`,
  ].join('\n');
}

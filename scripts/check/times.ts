import { readFileSync, writeFileSync } from 'node:fs';
import { CHROMIUM, HAS_CHROMIUM } from '../cli/chromium.ts';
import { CommandError, runCommand } from '../cli/command.ts';
import { stopSignal } from '../cli/signals.ts';
import { PROJECT } from '../dev/wrangler.ts';
import { FIRST_MS, INTERACTION_MS, pageTimes } from './times/page-times.ts';

const README = `${PROJECT}src/web/README.md`;
const PLACE = /(<!-- times: written by scripts\/check\/times.ts -->\n)[\s\S]*?(\n<!-- end -->)/;

// Writes how fast the pages are on this machine into src/web/README.md, and fails where one takes longer than it may.
await runCommand(async () => {
  if (!HAS_CHROMIUM) throw new CommandError(`There is no browser at ${CHROMIUM}.`);
  const { first, interactions } = await pageTimes(stopSignal());
  const rows = [...first, ...interactions].map(({ what, ms }) => `| ${what} | ${ms} |`);
  const table = ['', '| what | ms |', '|---|---|', ...rows].join('\n');
  writeFileSync(README, readFileSync(README, 'utf8').replace(PLACE, `$1${table}\n$2`));
  console.log(table);
  const slow = [
    ...first.filter(({ ms }) => ms > FIRST_MS),
    ...interactions.filter(({ ms }) => ms > INTERACTION_MS),
  ];
  if (slow.length > 0) console.error(`Slower than they may be: ${slow.map(({ what }) => what).join(', ')}.`);
  return slow.length > 0 ? 1 : 0;
});

import { readFileSync, writeFileSync } from 'node:fs';
import { runCommand } from '../cli/command.ts';
import { buildPages } from '../build/build-pages.ts';
import { pageCosts } from '../build/page-budgets.ts';
import { PROJECT } from '../dev/wrangler.ts';

const README = `${PROJECT}src/web/README.md`;
const PLACE = /(<!-- costs: written by scripts\/check\/budgets.ts -->\n)[\s\S]*?(\n<!-- end -->)/;

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);

// Writes what the built pages cost into src/web/README.md; the build itself fails when one costs more than it may.
await runCommand(async () => {
  const rows = pageCosts(await buildPages()).map(
    ({ page, script, style, files }) => `| ${page} | ${kB(script)} | ${kB(style)} | ${files} |`,
  );
  const table = ['', '| page | JavaScript, kB | CSS, kB | files |', '|---|---|---|---|', ...rows].join('\n');
  writeFileSync(README, readFileSync(README, 'utf8').replace(PLACE, `$1${table}\n$2`));
  console.log(table);
  return 0;
});

import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

/**
 * What `wrangler dev` says to whoever writes a Worker, and what is untrue here: `npm run dev` fires the Cron handler itself, and says
 * itself when the service is ready.
 */
const HIDDEN = [
  /^Using secrets defined in /,
  /^Your Worker has access to the following bindings/,
  /^Binding {2,}Resource/,
  /^env\.[A-Z_]+ \(/,
  /WARNING.*Scheduled Workers are not automatically triggered/,
  /^ *To manually trigger a scheduled event/,
  /^ *curl "\S+\/cdn-cgi\//,
  /^ *For more details, see https:\/\/developers\.cloudflare\.com\/workers\/configuration\/cron-triggers/,
  /^⎔ /,
  /^\[wrangler:info\] Ready on /,
  /\/cdn-cgi\/local\/scheduled/,
  /^\s*$/,
];

/** Passes on what a child prints, but for the lines that mislead. */
export function relayOutput(child: ChildProcess): void {
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    if (!from) continue;
    createInterface({ input: from }).on('line', (line) => {
      const text = stripVTControlCharacters(line);
      if (!HIDDEN.some((form) => form.test(text))) to.write(`${line}\n`);
    });
  }
}

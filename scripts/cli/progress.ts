const WIDTH = 20;
const NARROWEST = 6;
/** Between two lines of progress where the output is no terminal. */
const LINE_INTERVAL_MS = 5_000;
const REDRAW_INTERVAL_MS = 100;
/** Columns of a terminal that does not tell how many it has. */
const COLUMNS = 80;

/** A progress bar on stderr: redrawn in place on a terminal, a plain line now and then elsewhere. */
export interface ProgressBar {
  /** `share` from 0 to 1; `note` stands behind the bar. */
  update(share: number, note?: string): void;
  /** Draws the last state and ends the line. */
  end(note?: string): void;
  /** Leaves the bar as it stands, so that what is printed next has a line of its own. */
  leave(): void;
  /** Prints a line of its own above the bar. */
  say(line: string): void;
}

/** Starts a bar with a label. Nothing is printed before the first update. */
export function progressBar(label: string): ProgressBar {
  const terminal = process.stderr.isTTY;
  const interval = terminal ? REDRAW_INTERVAL_MS : LINE_INTERVAL_MS;
  let last = { share: 0, note: '' };
  let drawnAt = Number.NEGATIVE_INFINITY;
  let drawn = '';
  const draw = () => {
    drawnAt = performance.now();
    const full = drawBar(label, last);
    // A line that wraps could not be drawn over: the bar gives way first.
    const columns = process.stderr.columns || COLUMNS;
    const narrower = WIDTH - Math.max(0, full.length - (columns - 1));
    const line = terminal ? drawBar(label, last, Math.max(NARROWEST, narrower)) : full;
    if (line === drawn) return;
    drawn = line;
    process.stderr.write(terminal ? `\r${line.slice(0, columns - 1)}\u001b[K` : `${line}\n`);
  };
  return {
    update(share, note = '') {
      last = { share, note };
      if (performance.now() - drawnAt >= interval) draw();
    },
    end(note = last.note) {
      last = { share: last.share, note };
      draw();
      if (terminal) process.stderr.write('\n');
      drawn = '';
    },
    leave() {
      if (terminal && drawn) process.stderr.write('\n');
      drawn = '';
    },
    say(line) {
      process.stderr.write(terminal && drawn ? `\r\u001b[K${line}\n` : `${line}\n`);
      drawn = '';
    },
  };
}

/** One line: `label [#####.....]  50 % note`. A share outside 0 to 1 is drawn as the nearer end. */
export function drawBar(
  label: string,
  { share, note }: { readonly share: number; readonly note: string },
  width = WIDTH,
): string {
  const part = Math.min(1, Math.max(0, share));
  const filled = Math.round(part * width);
  const percent = String(Math.floor(part * 100)).padStart(3);
  return `${label} [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${percent} % ${note}`.trimEnd();
}

const WIDTH = 20;
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
    const line = drawBar(label, last.share, last.note);
    if (line === drawn) return;
    drawn = line;
    // A line that wraps could not be drawn over.
    const columns = process.stderr.columns || COLUMNS;
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
export function drawBar(label: string, share: number, note: string): string {
  const part = Math.min(1, Math.max(0, share));
  const filled = Math.round(part * WIDTH);
  const percent = String(Math.floor(part * 100)).padStart(3);
  return `${label} [${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${percent} % ${note}`.trimEnd();
}

const MINUTE_MS = 60_000;
/** The entries of `crons` in wrangler.toml: every minute, and minute 17 of every hour. */
const EVERY_MINUTE = '* * * * *';
const HOURLY = { cron: '17 * * * *', minute: 17 };

/**
 * Fires the Worker's Cron handler at every full minute until the signal aborts: `wrangler dev` does not do so by
 * itself. A call that fails is reported and the next minute tries again, as the platform does.
 */
export function fireEveryMinute(url: string, signal: AbortSignal): void {
  let timer: NodeJS.Timeout;
  const arm = () => {
    timer = setTimeout(
      () => {
        void fire(url, EVERY_MINUTE, signal);
        if (new Date().getUTCMinutes() === HOURLY.minute) void fire(url, HOURLY.cron, signal);
        arm();
      },
      MINUTE_MS - (Date.now() % MINUTE_MS),
    );
  };
  arm();
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

async function fire(url: string, cron: string, signal: AbortSignal): Promise<void> {
  const target = new URL('/cdn-cgi/local/scheduled', url);
  target.searchParams.set('cron', cron);
  try {
    const answer = await fetch(target, { signal: AbortSignal.any([signal, AbortSignal.timeout(MINUTE_MS)]) });
    const text = await answer.text();
    if (!answer.ok) console.error(`The Cron handler answered ${answer.status}: ${text.slice(0, 200)}`);
  } catch (error) {
    if (!signal.aborted) console.error(`The Cron handler could not be fired: ${String(error)}`);
  }
}

import { EVERY_MINUTE, HOURLY } from '../../src/jobs/crons.ts';

const MINUTE_MS = 60_000;
/** The minute of every hour at which the hourly one fires. */
const HOURLY_MINUTE = Number.parseInt(HOURLY, 10);

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
        if (new Date().getUTCMinutes() === HOURLY_MINUTE) void fire(url, HOURLY, signal);
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

const PARENT_CHECK_MS = 500;

/**
 * An AbortSignal that fires on SIGINT, SIGTERM and SIGHUP; from then on the process ends when its work has ended.
 * Under `npm run` it fires too when the shell between npm and this process is gone: npm passes a signal on to that
 * shell alone, which dies of it without telling its child.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => controller.abort(new Error(`stopped by ${name}`)));
  }
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event'] !== undefined) {
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      controller.abort(new Error('stopped with npm'));
    }, PARENT_CHECK_MS);
    watch.unref();
  }
  return controller.signal;
}

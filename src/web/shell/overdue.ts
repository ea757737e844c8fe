/** The clock beats every minute; a start that is due for longer was missed. */
const LATE_MS = 3 * 60_000;

/** Whether the scheduler is alive, by the starts that are to come ("" where a job has none). */
export const schedulerState = (startsOf: readonly string[], now: number): 'works' | 'late' =>
  startsOf.some((text) => now - Date.parse(text) > LATE_MS) ? 'late' : 'works';

import { faultCode, type FaultCode } from './faults.ts';

/** Tries of one call, and the longest first pause between them; each next pause is up to twice as long. */
export const TRIES = 4;
const FIRST_PAUSE_MS = 100;

/**
 * What another try does not mend: R2's own refusals (an upload that is gone, a part with another ETag, a wrong size) and
 * SQL that D1 cannot carry out. Everything else may be the network, and is tried again.
 */
const FINAL: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'r2-10007',
  'r2-10011',
  'r2-10024',
  'r2-10025',
  'r2-10048',
  'd1-sql',
  'd1-full',
]);

export const isTransient = (error: unknown): boolean => !FINAL.has(faultCode(error));

/**
 * Calls until it succeeds, with full-jitter backoff; gives up with the last error after TRIES, or at once when it is final. No
 * further try begins later than `patience` milliseconds after the first.
 */
export async function retrying<T>(call: () => Promise<T>, patience = Number.POSITIVE_INFINITY): Promise<T> {
  const begun = Date.now();
  for (let tried = 1; ; tried += 1) {
    try {
      return await call();
    } catch (error) {
      const pause = Math.random() * FIRST_PAUSE_MS * 2 ** (tried - 1);
      const late = Date.now() + pause - begun > patience;
      if (tried >= TRIES || late || !isTransient(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

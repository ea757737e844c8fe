import { log } from './log.ts';

/** Whether one more of this key is let in. */
export type FloodGate = (key: string) => Promise<boolean>;

/**
 * The platform's rate limiting, which counts in memory and for each of its locations by itself: what it refuses has asked nothing of the
 * database. Its limit is the binding's (`FLOOD` in wrangler.toml); deployments of one account share the counters, so that each names itself.
 * It only ever spares work, so whoever it cannot judge is let in.
 */
export const floodGate =
  (limiter: RateLimit | undefined, deployment: string): FloodGate =>
  async (key) => {
    try {
      return limiter === undefined || (await limiter.limit({ key: `${deployment} ${key}` })).success;
    } catch (error) {
      log('flood-unjudged', { error });
      return true;
    }
  };

import { fail, ok, type Result } from '../model/failures.ts';
import type { Instant } from '../model/instant.ts';
import { mailOf } from '../model/webhook.ts';

/** Between two tests of a contact center's mail addresses: whoever reads there need not have asked for any. */
const PAUSE_MS = 60_000;
/** Contact centers that are remembered. */
const REMEMBERED = 1_000;

/** Whether an address may be sent a test now. Counted in this isolate alone, as paces are. */
export function mailTestPace(): (
  address: { readonly ccid: string; readonly url: string },
  now: Instant,
) => Result<null> {
  const sent = new Map<string, Instant>();
  return ({ ccid, url }, now) => {
    if (mailOf(url) === null) return ok(null);
    const free = (sent.get(ccid) ?? Number.NEGATIVE_INFINITY) + PAUSE_MS;
    if (now < free) return fail('mail-tested', 'id', { seconds: Math.ceil((free - now) / 1_000) });
    sent.delete(ccid);
    sent.set(ccid, now);
    const [oldest] = sent.keys();
    if (sent.size > REMEMBERED && oldest !== undefined) sent.delete(oldest);
    return ok(null);
  };
}

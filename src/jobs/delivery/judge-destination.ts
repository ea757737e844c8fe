import type { Config } from '../../config.ts';
import { wrap } from '../../config/wrap.ts';
import type { DestinationRequest } from '../../model/api/delivery.ts';
import { parsePlace, isOfSameKey, type Destination } from '../../model/destination.ts';
import { fail, ok, type Result } from '../../model/failures.ts';
import { outsideUrl } from '../../platform/outside-address.ts';
import { destinationContext } from './deliver.ts';

const SECRET_MAX = 256;
const ENDPOINT_MAX = 500;

/**
 * Judges a destination that is asked for, and wraps its secret. Where none is given that of `known`, the job's own, is kept, if endpoint and
 * access key are the same: whoever may edit a job can have it sign for no other address.
 */
export async function judgeDestination(
  config: Pick<Config, 'local' | 'wrapKeys'>,
  { ccid, known }: { readonly ccid: string; readonly known: Destination | null },
  { secretAccessKey, endpoint: address, ...asked }: DestinationRequest,
): Promise<Result<Destination>> {
  const field = 'destination.endpoint';
  if (address.length > ENDPOINT_MAX) return fail('too-long', field, { max: ENDPOINT_MAX });
  const url = outsideUrl(address, field, config);
  if (!url.ok) return url;
  if (url.value.search !== '') return fail('not-an-endpoint', field);
  const place = parsePlace(asked, url.value);
  if (!place.ok) return place;
  const shown = { endpoint: url.value.href.replace(/\/+$/, ''), ...place.value };
  if (secretAccessKey !== undefined && secretAccessKey.length > SECRET_MAX)
    return fail('too-long', 'destination.secretAccessKey', { max: SECRET_MAX });
  if (secretAccessKey) return ok({ ...shown, ...(await wrapped(config, ccid, secretAccessKey)) });
  const kept = known !== null && isOfSameKey(known, shown);
  if (!kept) return fail('secret-needed', 'destination.secretAccessKey');
  return ok({ ...shown, id: known.id, secret: known.secret });
}

async function wrapped(
  { wrapKeys }: Pick<Config, 'wrapKeys'>,
  ccid: string,
  secret: string,
): Promise<Pick<Destination, 'id' | 'secret'>> {
  const id = `d-${crypto.randomUUID()}`;
  const plain = Uint8Array.from(Buffer.from(secret));
  return { id, secret: await wrap(wrapKeys, destinationContext(ccid, { id }), plain) };
}

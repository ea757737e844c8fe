import type { DeliveryFault } from '../../model/delivery.ts';
import { OutsideAway } from '../../platform/outside-fetch.ts';

/** The customer's bucket does not take what it is given, or did not answer. The message has a status and a word of S3 at most. */
export class BucketFault extends Error {
  override readonly name = 'BucketFault';
  readonly code: DeliveryFault;
  constructor(code: DeliveryFault, message = '') {
    super(message);
    this.code = code;
  }
}

/** What S3's own words mean, whatever their status; others by their status. */
const BY_WORD: Readonly<Record<string, DeliveryFault>> = {
  NoSuchBucket: 'delivery-no-bucket',
  InvalidBucketName: 'delivery-no-bucket',
  InvalidAccessKeyId: 'delivery-key',
  SignatureDoesNotMatch: 'delivery-key',
  AuthorizationHeaderMalformed: 'delivery-key',
  InvalidRegion: 'delivery-key',
  ExpiredToken: 'delivery-key',
  Unauthorized: 'delivery-key',
  AccessDenied: 'delivery-forbidden',
  AllAccessDisabled: 'delivery-forbidden',
  PermanentRedirect: 'delivery-redirected',
  TemporaryRedirect: 'delivery-redirected',
  BadDigest: 'delivery-changed',
  InvalidDigest: 'delivery-changed',
  XAmzContentSHA256Mismatch: 'delivery-changed',
  IncompleteBody: 'delivery-changed',
  InvalidPart: 'delivery-changed',
  InvalidPartOrder: 'delivery-changed',
  EntityTooSmall: 'delivery-changed',
  NoSuchUpload: 'delivery-changed',
  RequestTimeout: 'delivery-away',
  RequestTimeTooSkewed: 'delivery-away',
  SlowDown: 'delivery-away',
};

/** An answer of the bucket that is no success, and the word for it in its body ("" where there is none). */
export function faultOfAnswer(status: number, word: string): BucketFault {
  const named = Object.hasOwn(BY_WORD, word) ? BY_WORD[word] : undefined;
  return new BucketFault(named ?? byStatus(status), `${status} ${word}`.trim());
}

function byStatus(status: number): DeliveryFault {
  if (status === 401) return 'delivery-key';
  if (status === 404) return 'delivery-no-bucket';
  if (status === 403) return 'delivery-forbidden';
  return status >= 500 || status === 408 || status === 429 ? 'delivery-away' : 'delivery-refused';
}

const AWAY = {
  private: 'delivery-private',
  redirect: 'delivery-redirected',
  silent: 'delivery-away',
} as const satisfies Record<OutsideAway['reason'], DeliveryFault>;

/** What was thrown while the bucket was spoken to, as a code; whatever is not the bucket's is the service's own. */
export function deliveryFaultOf(error: unknown): DeliveryFault {
  if (error instanceof BucketFault) return error.code;
  return error instanceof OutsideAway ? AWAY[error.reason] : 'delivery-interrupted';
}

import { createHmac } from 'node:crypto';

/** A message as it is signed. */
interface SignedMessage {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

/**
 * `webhook-signature` of Standard Webhooks: `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, one for each secret, with spaces
 * between, so that a receiver takes the one it knows while secrets change. A secret is bytes: what follows `whsec_`, decoded.
 */
export const webhookSignature = (
  { id, timestamp, body }: SignedMessage,
  secrets: readonly Uint8Array[],
): string =>
  secrets
    .map(
      (secret) => `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
    )
    .join(' ');

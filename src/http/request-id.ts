/** A ray as Cloudflare writes it: 16 hex digits, and the data center where it came in. */
const RAY = /^[0-9a-f]{16}(-[A-Z]{3})?$/;

/**
 * The id of a request: Cloudflare's ray where there is one, so that the operator finds it in Cloudflare's logs too; else a
 * random UUID. What a client sends as `X-Request-Id` is not looked at: it could be anybody's.
 */
export function requestIdOf(headers: Headers): string {
  const ray = headers.get('cf-ray') ?? '';
  return RAY.test(ray) ? ray : crypto.randomUUID();
}

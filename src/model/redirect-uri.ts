/** Characters of a redirect URI at most. */
export const REDIRECT_UNITS = 2_000;

/** The loopback of a native program, up to its port: `localhost` is none, since it may lead elsewhere (RFC 8252, 7.3 and 8.3). */
const LOOPBACK = /^(http:\/\/(?:127\.0\.0\.1|\[::1\]))(?::\d{1,5})?(?=[/?]|$)/;

/** Whether a program may register this address to be answered at: `https`, or plain http of the loopback; no fragment (RFC 6749, 3.1.2). */
export function isRedirectUri(text: string): boolean {
  if (
    text.length > REDIRECT_UNITS ||
    !/^[\x21-\x7e]+$/.test(text) ||
    /[#\\]/.test(text) ||
    !URL.canParse(text)
  )
    return false;
  const { protocol, username, password } = new URL(text);
  return username === '' && password === '' && (protocol === 'https:' || LOOPBACK.test(text));
}

/**
 * Whether an answer may go to `given`: it is one of the registered addresses, letter by letter (RFC 9700, 2.1). Of the loopback the port
 * is whichever the program got.
 */
export const isRegistered = (registered: readonly string[], given: string): boolean =>
  isRedirectUri(given) && registered.some((address) => withoutPort(address) === withoutPort(given));

/** Whether an address is on the computer that asks. */
export const isLoopback = (address: string): boolean => LOOPBACK.test(address);

const withoutPort = (address: string): string => address.replace(LOOPBACK, '$1');

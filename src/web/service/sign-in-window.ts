import { PAGE_PATHS } from '../../model/page-paths.ts';

/**
 * Signing in elsewhere in a window of its own: the page stays as it is, with what was typed. The window tells it by a channel of this
 * origin, since the browser has cut what tied the two while the window was elsewhere.
 */
const CHANNEL = 'udm.sign-in';
const SIZE = 'popup,width=560,height=720';

/** The address that signs in at an issuer, and comes back to a page; `again` has the issuer ask who it is. */
export const outsideAddress = (issuer: string, to: string, again: boolean): string =>
  `/auth/v3/sign-in/outside?${new URLSearchParams({ issuer, to, ...(again ? { again: 'true' } : {}) }).toString()}`;

/** Opens the window, at an issuer. */
export function openSignInWindow(issuer: string, again: boolean): void {
  window.open(outsideAddress(issuer, PAGE_PATHS.signedIn, again), '_blank', SIZE);
}

/** What a window that has come back tells the page behind it: the code of why it was in vain, or null. Closes it, where the browser lets it. */
export function tellPage(problem: string | null): void {
  const channel = new BroadcastChannel(CHANNEL);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin, and takes none
  channel.postMessage(problem ?? '');
  channel.close();
  window.close();
}

/** Hears from such a window; answers how to hear no more. */
export function onSignInWindow(told: (problem: string | null) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') told(data === '' ? null : data);
  });
  return () => channel.close();
}

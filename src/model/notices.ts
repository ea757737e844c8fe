import type { Instant } from './instant.ts';

/** What happened to somebody's own sign-in, which its owner is told: whoever did not do it finds out. */
export const NOTICE_CODES = ['password-changed', 'second-factor-changed'] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

export interface Notice {
  readonly code: NoticeCode;
  readonly time: Instant;
}

/** Notices that are kept of a user at most, the latest. */
export const MOST_NOTICES = 10;

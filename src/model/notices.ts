import type { Instant } from './instant.ts';

/** What somebody is told: what happened to the own sign-in (whoever did not do it finds out), to webhooks that one has added, and to jobs that one has made. */
export const NOTICE_CODES = [
  'password-changed',
  'second-factor-changed',
  'token-reused',
  'webhook-disabled',
  'delivery-failed',
  'budget-reached',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

export interface Notice {
  readonly code: NoticeCode;
  readonly time: Instant;
}

/** Notices that are kept of a user at most, the latest. */
export const MOST_NOTICES = 10;

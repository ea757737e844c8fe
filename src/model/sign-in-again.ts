import type { Instant } from './instant.ts';

/** How long ago a person may have proved who it is where an operation asks for that. */
export const RECENT_MS: Instant = 5 * 60_000;

/**
 * Who is asked: `sessions` of browsers alone, since clients of today replace certificates by token; or all `people`, by token, too. Clients
 * and API keys that act for themselves have nobody to ask.
 */
export type AskedAgain = 'sessions' | 'people';

/** The operations that take somebody who signed in, or signed in again, within five minutes; no other one asks. */
export const SIGN_IN_AGAIN: Readonly<Record<string, AskedAgain>> = {
  // What seals the next exports, and what nothing brings back.
  uploadCertificate: 'sessions',
  addCertificate: 'sessions',
  makeCertificatePrimary: 'sessions',
  removeCertificate: 'sessions',
  eraseContact: 'sessions',
  // A program that is let in is signed in as of then.
  decideConsent: 'sessions',

  // Who may sign in, and how. Ending sessions is never asked about: it has to be quick.
  addUser: 'people',
  changeUser: 'people',
  removeUser: 'people',
  inviteUser: 'people',
  resetSecondFactor: 'people',
  addClient: 'people',
  changeClient: 'people',
  renewClientSecret: 'people',
  removeClient: 'people',
  addApiKey: 'people',
  changeApiKey: 'people',
  renewApiKey: 'people',
  removeApiKey: 'people',
  addIssuer: 'people',
  changeIssuer: 'people',
  removeIssuer: 'people',
  changeSettings: 'people',
  // Where all that is done is told.
  addAuditStream: 'people',
  changeAuditStream: 'people',
  renewAuditStreamSecret: 'people',
  beginSecondFactor: 'people',
  confirmSecondFactor: 'people',
  renewRecoveryCodes: 'people',
  removeSecondFactor: 'people',
};

/** Whom an operation asks to sign in again; null: nobody. */
export const askedAgain = (operationId: string | undefined): AskedAgain | null =>
  operationId !== undefined && Object.hasOwn(SIGN_IN_AGAIN, operationId)
    ? (SIGN_IN_AGAIN[operationId] ?? null)
    : null;

/** What the documents say of it. */
export const ASKED_AGAIN_WORDS: Readonly<Record<AskedAgain, string>> = {
  sessions:
    'In a browser session whose person gave the password more than five minutes ago: 403 `sign-in-again` (`POST /auth/v3/sign-in/again`, then repeat the request).',
  people:
    'Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.',
};

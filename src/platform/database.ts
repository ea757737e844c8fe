import { retrying } from './retry.ts';
import { aroundStatements } from './statements.ts';

/** A request does not begin another try later than this, milliseconds: somebody waits for its answer. */
const PATIENCE_MS = 2_000;

/** Tries a call again as often as a request can wait for. */
export const inRequest = <T>(call: () => Promise<T>): Promise<T> => retrying(call, PATIENCE_MS);

/** Statements that change nothing, whatever they read; when in doubt a statement is taken for one that writes. */
const isRead = (query: string): boolean =>
  /^\s*SELECT\b/i.test(query) ||
  (/^\s*WITH\b/i.test(query) && !/\b(INSERT|UPDATE|DELETE|REPLACE)\b/i.test(query));

/**
 * A database whose reads are tried again, as slices' are, within what a request can wait. Writes are not: an answer that was
 * lost tells nothing of whether they landed. Those that may land twice are tried again where they are made: new ids are drawn
 * again (what was drawn in vain is never used), and a certificate is put in its own place again.
 */
export const retryingReads = (db: D1Database): D1Database =>
  aroundStatements(db, (queries, call) => (queries.every(isRead) ? inRequest(call) : call()));

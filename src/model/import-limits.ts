const MIB = 1024 * 1024;

/** Bytes of one import request as sent. */
export const MAX_SENT_BYTES = 100 * MIB;
/** Bytes of one import request after unpacking. */
export const MAX_UNPACKED_BYTES = 400 * MIB;
/** Bytes of one record's text. */
export const MAX_RECORD_BYTES = 100 * MIB;
/** Rejected lines after which an import stops: whoever sends so many sends no records. */
export const MAX_REJECTED_LINES = 10_000;
/** Rejected lines of one request whose reasons are told. */
export const MAX_TOLD_ERRORS = 100;

/**
 * Bytes that a client puts into one request before compression: below what the service takes, as sent and unpacked,
 * whatever the text is. A line that alone is larger goes by itself.
 */
export const REQUEST_BYTES = 64 * MIB;

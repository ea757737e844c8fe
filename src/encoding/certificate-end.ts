import { certificateParts } from './certificate-parts.ts';
import { certificateTime } from './certificate-time.ts';

/** When a certificate's validity ends, in milliseconds since 1970; null where that cannot be read. */
export function certificateEnd(der: Uint8Array): number | null {
  try {
    return certificateTime(certificateParts(der).notAfter);
  } catch {
    // Whatever is wrong with the bytes: they are no certificate whose end could be told.
    return null;
  }
}

/** Identifier octets (X.690, 8.1.2) of what the streamed framing consists of. */
const SEQUENCE = 0x30;
const OCTET_STRING = 0x04;
const CONTEXT_0 = 0xa0;
/** The length octet of the indefinite form, X.690 8.1.3.6; two zero octets end it (8.1.5). */
const INDEFINITE = 0x80;

export const BEGIN_SEQUENCE = [SEQUENCE, INDEFINITE] as const;
/** `[0]`, constructed: EXPLICIT content as well as an IMPLICIT OCTET STRING in chunks (X.690, 8.7.3). */
export const BEGIN_CONTEXT_0 = [CONTEXT_0, INDEFINITE] as const;
export const END_OF_CONTENTS = [0, 0] as const;

/** Identifier and definite length, in the fewest octets, of an OCTET STRING of `length` bytes (X.690, 8.1.3 and 10.1). */
export function octetStringHeader(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(OCTET_STRING, length);
  if (length < 0x100) return Uint8Array.of(OCTET_STRING, 0x81, length);
  if (length < 0x10000) return Uint8Array.of(OCTET_STRING, 0x82, length >> 8, length & 0xff);
  throw new RangeError(`An octet string of ${length} bytes is longer than any chunk may be.`);
}

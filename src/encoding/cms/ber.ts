import { derHeader, TAG } from '../der.ts';

/** The length octet of the indefinite form, X.690 8.1.3.6; two zero octets end it (8.1.5). */
const INDEFINITE = 0x80;

export const BEGIN_SEQUENCE = [TAG.sequence, INDEFINITE] as const;
/** `[0]`, constructed: EXPLICIT content as well as an IMPLICIT OCTET STRING in chunks (X.690, 8.7.3). */
export const BEGIN_CONTEXT_0 = [TAG.context0, INDEFINITE] as const;
export const END_OF_CONTENTS = [0, 0] as const;

/** Identifier and definite length, in the fewest octets, of an OCTET STRING of `length` bytes (X.690, 8.1.3 and 10.1). */
export const octetStringHeader = (length: number): Uint8Array => derHeader(TAG.octetString, length);

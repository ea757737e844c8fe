import { DerError } from './der.ts';

/**
 * An OBJECT IDENTIFIER's contents as dotted decimals (X.690, 8.19). Numbers may have any size: a UUID under 2.25 has 128 bits. Throws a
 * DerError for contents that are none, such as numbers with leading zero octets.
 */
export function dottedOid(content: Uint8Array): string {
  const numbers: bigint[] = [];
  let number = 0n;
  let begun = false;
  for (const octet of content) {
    if (!begun && octet === 0x80) throw new DerError('an object identifier has a number with leading zeros');
    number = number * 128n + BigInt(octet & 0x7f);
    begun = (octet & 0x80) !== 0;
    if (begun) continue;
    numbers.push(number);
    number = 0n;
  }
  const [first, ...rest] = numbers;
  if (begun || first === undefined) throw new DerError('an object identifier is cut off');
  // The first number holds two: 40 times 0, 1 or 2, and another below 40 where that is 0 or 1.
  const top = first < 80n ? first / 40n : 2n;
  return [top, first - top * 40n, ...rest].join('.');
}

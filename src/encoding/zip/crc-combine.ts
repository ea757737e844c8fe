/** CRC-32's polynomial with its bits reversed, as zlib has it: the highest bit stands for 1, the one below it for x. */
const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;
const X = 0x40000000;

/** The product of two polynomials over GF(2), modulo CRC-32's. */
function times(a: number, b: number): number {
  let product = 0;
  let shifted = b;
  for (let bit = ONE; bit !== 0; bit >>>= 1) {
    if ((a & bit) !== 0) product ^= shifted;
    shifted = (shifted & 1) === 0 ? shifted >>> 1 : (shifted >>> 1) ^ POLYNOMIAL;
  }
  return product >>> 0;
}

/** x to the power of 2, 4, 8 … 2^32, which is x again: its order divides 2^32 - 1. */
const SQUARES = Array.from({ length: 31 }).reduce<number[]>(
  (powers) => [...powers, times(powers.at(-1) ?? X, powers.at(-1) ?? X)],
  [X],
);

/** x to the power of eight times `bytes`: what so many bytes that follow do to a CRC. */
function shiftBy(bytes: number): number {
  let power = ONE;
  // The first square is of one bit, the fourth of a byte.
  for (let rest = bytes, at = 3; rest > 0; rest = Math.floor(rest / 2), at += 1)
    if (rest % 2 === 1) power = times(SQUARES[at % 32]!, power); // 32 squares, then the first again
  return power;
}

/**
 * The CRC-32 of bytes that have the CRC `first` and behind them `bytes` bytes that have the CRC `second`, without either of them: zlib's
 * crc32_combine. Takes some 50 products, however many bytes they are.
 */
export const combineCrc = (first: number, second: number, bytes: number): number =>
  (times(shiftBy(bytes), first) ^ second) >>> 0;

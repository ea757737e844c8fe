/** `long` in `npm run test:long`; and VITE_SEED, which draws the same cases of a long run again. */
// vitest gives every module its mode and what of the environment begins with VITE_, which the Worker's types do not know.
export const { MODE, VITE_SEED } = (import.meta as unknown as { env: { MODE: string; VITE_SEED?: string } })
  .env;

/** So many in `npm test`, so many in `npm run test:long`. */
export const inLength = (short: number, long: number): number => (MODE === 'long' ? long : short);

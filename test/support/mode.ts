/** `long` in `npm run test:long`. */
// vitest gives every module its mode, which the Worker's types do not know.
export const { MODE } = (import.meta as unknown as { env: { MODE: string } }).env;

/** So many in `npm test`, so many in `npm run test:long`. */
export const inLength = (short: number, long: number): number => (MODE === 'long' ? long : short);

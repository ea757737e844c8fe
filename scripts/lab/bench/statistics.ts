/** The value in the middle; of an even number of values the mean of the two in the middle. Throws without a value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  if (low === undefined || high === undefined) throw new RangeError('nothing has no median');
  return (low + high) / 2;
}

/** One round in which the service and its rival did the same work, in seconds. */
export interface Round {
  readonly serviceSeconds: number;
  readonly rivalSeconds: number;
}

/** Median of the service's times over median of the rival's: 1 is as fast, less is faster. */
export const ratioOf = (rounds: readonly Round[]): number =>
  median(rounds.map((round) => round.serviceSeconds)) / median(rounds.map((round) => round.rivalSeconds));

/** A figure with so many digits as mean something; nothing else is written into reports. */
export const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));

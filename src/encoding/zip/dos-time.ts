/** Time and date as MS-DOS writes them, the form of every zip record (APPNOTE 4.4.6). */
export interface DosTime {
  readonly time: number;
  readonly date: number;
}

const FIRST_YEAR = 1980;
const LAST_YEAR = 2107;

/**
 * The instant (milliseconds UTC) in MS-DOS format: bits of `time` are hhhhhmmmmmmsssss with seconds halved, bits of `date`
 * are yyyyyyymmmmddddd counted from 1980. The format has no zone: it is UTC here. Years outside 1980–2107 are clamped.
 */
export function dosTime(at: number): DosTime {
  const moment = new Date(at);
  const year = moment.getUTCFullYear();
  if (year < FIRST_YEAR) return { time: 0, date: (1 << 5) | 1 };
  if (year > LAST_YEAR) return { time: 0xbf7d, date: 0xff9f };
  return {
    time:
      (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | Math.floor(moment.getUTCSeconds() / 2),
    date: ((year - FIRST_YEAR) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate(),
  };
}

import { ClientError } from '../client-error.ts';

/** `export-….z01.smime`, … `export-….zip.smime`: two digits, from 100 on three. */
const SEALED_VOLUME = /^(?<stem>.+)\.(?<end>zip|z(?<number>\d{2,}))\.smime$/;
const SHOWN_MOST = 10;

/** The names of one archive's sealed files, in their order, and of the zip file that they make. */
export interface SetNames {
  readonly zip: string;
  readonly files: readonly string[];
}

/**
 * The set that a sealed file belongs to, as far as the names beside it tell: up to the highest number among them, and the last
 * volume, which has none. A file of another name is a set for itself.
 */
export function setOfName(name: string, beside: readonly string[]): SetNames {
  const stem = SEALED_VOLUME.exec(name)?.groups?.['stem'];
  if (stem === undefined) return { zip: name.replace(/\.smime$/, ''), files: [name] };
  const numbers = beside.flatMap((other) => {
    const groups = SEALED_VOLUME.exec(other)?.groups;
    return groups?.['stem'] === stem && groups['number'] !== undefined ? [Number(groups['number'])] : [];
  });
  const numbered = Array.from({ length: Math.max(0, ...numbers) }, (_, index) =>
    numberedName(stem, index + 1),
  );
  return { zip: `${stem}.zip`, files: [...numbered, `${stem}.zip.smime`] };
}

/** Where a sealed file stands in its set, to sort by: numbered volumes by their number, the last one behind them. */
export function setOrder(name: string): number {
  const number = SEALED_VOLUME.exec(name)?.groups?.['number'];
  return number === undefined ? Number.MAX_SAFE_INTEGER : Number(number);
}

/** The name of a numbered volume, from 1, of the set whose last one (a path, perhaps) is given. */
export const volumeBeside = (last: string, number: number): string =>
  numberedName(last.replace(/\.smime$/, '').replace(/\.zip$/, ''), number);

const numberedName = (stem: string, number: number): string =>
  `${stem}.z${String(number).padStart(2, '0')}.smime`;

/** A set that is not complete. */
export class MissingVolumes extends ClientError {
  /** The names of the volumes that are not there. */
  readonly names: readonly string[];
  /** `note` adds to a name what is known of it. */
  constructor(names: readonly string[], note: (name: string) => string = () => '') {
    const told = names.slice(0, SHOWN_MOST).map((name) => `${name}${note(name)}`);
    const more = names.length > SHOWN_MOST ? `, and ${names.length - SHOWN_MOST} more` : '';
    const are = names.length === 1 ? 'This volume is' : 'These volumes are';
    super('missing', `The set is not complete. ${are} missing: ${told.join(', ')}${more}`);
    this.name = 'MissingVolumes';
    this.names = names;
  }
}

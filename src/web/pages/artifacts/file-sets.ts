import type { components } from '../../../client/api.d.ts';

type FileRow = components['schemas']['FileMetadata'];
/** One page of a list. */
interface PageOf<Row> {
  readonly items: readonly Row[];
  readonly count: number;
}

/** The files of one run that a page of the list shows: a set of volumes, or a file alone. */
export interface FileSet {
  readonly id: string;
  /** The one that the row shows: the volume with the archive's directory, by which a set is extracted. */
  readonly lead: FileRow;
  readonly files: readonly FileRow[];
}

/** A file as a row of its own. */
export const alone = (file: FileRow): FileSet => ({ id: file.name, lead: file, files: [file] });

/** Volumes of one run together, where their first one stands. A set that the page cuts is shown as far as the page goes. */
export function fileSets({ items, count }: PageOf<FileRow>): PageOf<FileSet> {
  const byRun = Map.groupBy(items, ({ historyId }) => historyId);
  const sets = [...byRun.values()].flatMap((files) => {
    const [first] = files;
    if (!first) return [];
    // `.z01`, `.z02`, … come before `.zip`.
    const inOrder = files.toSorted((left, right) => left.volume - right.volume);
    return files.length === 1
      ? [alone(first)]
      : [{ id: `run ${first.historyId}`, lead: inOrder.at(-1) ?? first, files: inOrder }];
  });
  return { items: sets, count };
}

/** Bytes of all volumes. */
export const setSize = ({ files }: FileSet): number => files.reduce((sum, { size }) => sum + size, 0);

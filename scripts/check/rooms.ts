/**
 * The rooms of `src` and `durable`, from the bottom up, with the rooms that each may import: only such as stand above it in this
 * table (src/README.md, "Rooms"). A room always may import itself. Whatever is not listed is forbidden, and a file that lies
 * in no room is a violation, so a new room has to be written down here first.
 */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  encoding: [],
  model: ['encoding'],
  config: ['model', 'encoding'],
  labels: ['model'],
  client: ['model', 'encoding', 'labels'],
  web: ['model', 'client', 'labels'],
  platform: ['model', 'encoding'],
  store: ['platform', 'model', 'encoding'],
  identity: ['store', 'platform', 'model', 'encoding', 'config'],
  records: ['store', 'platform', 'model', 'encoding'],
  export: ['records', 'store', 'platform', 'model', 'encoding', 'config'],
  durable: ['records', 'store', 'platform', 'model', 'encoding', 'config'],
  // Of `durable` its types alone: a rule of its own.
  jobs: ['durable', 'export', 'records', 'store', 'platform', 'model', 'encoding', 'config'],
  http: ['jobs', 'records', 'identity', 'store', 'platform', 'labels', 'model', 'encoding', 'config'],
};

/** The composition root: in no room, imported by nobody, free to import every room. */
export const ROOT = 'src/index\\.ts$';

/** Where a room lies, as a pattern: a folder of `src`, the configuration (a file and its folder), or the folder of the Durable Objects. */
export const placeOf = (room: string): string => {
  if (room === 'durable') return 'durable/';
  return room === 'config' ? 'src/config(\\.ts$|/)' : `src/${room}/`;
};

const PLACES = new RegExp(`^(${[ROOT, ...Object.keys(ROOMS).map(placeOf)].join('|')})`);

/** Whether a file of `src` or `durable` lies in a room that the table names, or is the root. */
export const isInRoom = (file: string): boolean => PLACES.test(file);

import type { IForbiddenRuleType } from 'dependency-cruiser';

/**
 * The rooms of `src` and `durable`, from the bottom up, with the rooms that each may import (src/README.md, "Rooms"). A
 * room always may import itself. Whatever is not listed is forbidden, so a new room has to be written down here first.
 */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  encoding: [],
  model: ['encoding'],
  labels: ['model'],
  client: ['model', 'encoding', 'labels'],
  web: ['model', 'client', 'labels'],
  platform: ['model', 'encoding'],
  store: ['platform', 'model', 'encoding'],
  identity: ['store', 'platform', 'model', 'encoding', 'config'],
  records: ['store', 'platform', 'model', 'encoding'],
  export: ['records', 'store', 'platform', 'model', 'encoding', 'config'],
  durable: ['store', 'platform', 'model', 'encoding', 'config'],
  // Of `durable` its types alone: a rule of its own below.
  jobs: ['durable', 'export', 'records', 'store', 'platform', 'model', 'encoding', 'config'],
  http: ['jobs', 'records', 'identity', 'store', 'platform', 'labels', 'model', 'encoding', 'config'],
};

/** Where a room lies: a folder of `src`, the file of the configuration, or the folder of the Durable Objects. */
const placeOf = (room: string): string => {
  if (room === 'durable') return 'durable/';
  return room === 'config' ? 'src/config\\.ts$' : `src/${room}/`;
};

/** What may be imported by nobody but one room: outside libraries, and Node's own modules. */
interface Ban {
  readonly name: string;
  readonly from: string;
  readonly except?: string;
  readonly to: string;
  /** True where an import of types alone is let through. */
  readonly typesAllowed?: boolean;
}

const BANS: readonly Ban[] = [
  // The class is exported by the composition root alone; its interface is what stubs are typed with.
  {
    name: 'durable-object-by-type-only',
    from: '^src/',
    except: '^src/index\\.ts$',
    to: '^durable/',
    typesAllowed: true,
  },
  {
    name: 'only-http-knows-hono',
    from: '^(src|durable)/',
    except: '^src/http/',
    to: 'node_modules/(hono|@hono)/',
  },
  {
    name: 'only-store-knows-drizzle',
    from: '^(src|durable)/',
    except: '^src/store/',
    to: 'node_modules/drizzle-orm/',
  },
  { name: 'nothing-imports-index', from: '^(src|durable)/', to: '^src/index\\.ts$' },
  { name: 'nothing-imports-scripts-or-tests', from: '^(src|durable)/', to: '^(scripts|test)/' },
  {
    name: 'encoding-uses-node-and-asn1-only',
    from: '^src/encoding/',
    to: 'node_modules/(?!@types/|@cloudflare/workers-types/|@peculiar/|asn1js/)',
  },
];

/** What runs in a browser too. Opening sealed files needs bytes (`buffer`) and one seam for ciphers and inflating. */
const BROWSER_SAFE = '^src/(model|labels|client|web)/';
const OPEN = '^src/client/open/';
const SEAM = '^src/client/open/seam\\.ts$';

const NODE_RULES: readonly IForbiddenRuleType[] = [
  {
    name: 'browser-safe-knows-no-node',
    severity: 'error',
    from: { path: BROWSER_SAFE, pathNot: OPEN },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'only-the-seam-knows-node',
    severity: 'error',
    from: { path: OPEN, pathNot: SEAM },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?buffer$' },
  },
  // What they import of `encoding` must not bring ciphers along either.
  {
    name: 'browser-safe-reaches-no-node',
    severity: 'error',
    from: { path: BROWSER_SAFE },
    to: { path: '^src/encoding/(seal|certificate-file|smime|base64-lines|buffer-pool|cms/|zip/deflate)' },
  },
];

/** The rules in dependency-cruiser's form; a cycle of types alone is no cycle at run time. */
export const LAYER_RULES: readonly IForbiddenRuleType[] = [
  ...Object.entries(ROOMS).map(([room, allowed]): IForbiddenRuleType => ({
    name: `${room}-imports-nothing-above`,
    severity: 'error',
    from: { path: `^${placeOf(room)}` },
    to: {
      path: '^(src|durable)/',
      pathNot: `^(${[room, ...allowed].map(placeOf).join('|')}|src/index\\.ts)`,
    },
  })),
  ...BANS.map(({ name, from, except, to, typesAllowed }): IForbiddenRuleType => ({
    name,
    severity: 'error',
    from: { path: from, ...(except === undefined ? {} : { pathNot: except }) },
    to: { path: to, ...(typesAllowed ? { dependencyTypesNot: ['type-only'] } : {}) },
  })),
  ...NODE_RULES,
  {
    name: 'no-cycles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'every-import-resolves',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '^cloudflare:' },
  },
];

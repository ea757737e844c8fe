import type { IForbiddenRuleType } from 'dependency-cruiser';
import { placeOf, ROOMS, ROOT } from './rooms.ts';

/** What one place alone may import: outside libraries, Node's own modules, the platform's. */
interface Ban {
  readonly name: string;
  readonly from: string;
  readonly except?: string;
  readonly to: string;
  /** Of what is banned, what is let through. */
  readonly but?: string;
  /** True where an import of types alone is let through. */
  readonly typesAllowed?: boolean;
  /** True where `to` is one of Node's own modules, with or without `node:`. */
  readonly core?: boolean;
}

const WORKER = '^(src|durable)/';
/** What runs in a browser too. Opening sealed files needs bytes (`buffer`) and one seam for ciphers and inflating. */
const BROWSER_SAFE = '^src/(model|labels|client|web)/';
const OPEN = '^src/client/open/';
const SEAM = '^src/client/open/seam\\.ts$';
/** What a browser may be given of `encoding`: it imports nothing but itself. */
const PLAIN_ENCODING =
  '^src/encoding/(zip/(dos-time|end-records|fields|records)|certificate-(end|parts|time)|der)\\.ts$';
/** Declarations alone: nothing of them runs. */
const TYPES = '@types/|@cloudflare/workers-types/';

const LIBRARIES: readonly Ban[] = [
  { name: 'only-http-knows-hono', from: WORKER, except: '^src/http/', to: 'node_modules/(hono|@hono)/' },
  { name: 'only-store-knows-drizzle', from: WORKER, except: '^src/store/', to: 'node_modules/drizzle-orm/' },
  {
    name: 'encoding-uses-node-and-asn1-only',
    from: '^src/encoding/',
    to: `node_modules/(?!${TYPES}|@peculiar/|asn1js/)`,
  },
  {
    name: 'model-and-labels-use-few-libraries',
    from: '^src/(model|labels)/',
    to: `node_modules/(?!${TYPES}|zod/|cron-parser/)`,
  },
  {
    name: 'client-uses-few-libraries',
    from: '^src/client/',
    to: `node_modules/(?!${TYPES}|zod/|openapi-fetch/|@peculiar/)`,
  },
  {
    name: 'web-uses-few-libraries',
    from: '^src/web/',
    to: `node_modules/(?!${TYPES}|react/|react-dom/|@mantine/|@tanstack/|wouter/|uqr/|vite/)`,
  },
];

const PLATFORM: readonly Ban[] = [
  {
    name: 'encoding-uses-bytes-and-ciphers-of-node',
    from: '^src/encoding/',
    to: '^(node:)?(?!buffer$|crypto$|zlib$)',
    core: true,
  },
  { name: 'browser-safe-knows-no-node', from: BROWSER_SAFE, except: OPEN, to: '', core: true },
  {
    name: 'only-the-seam-knows-ciphers',
    from: OPEN,
    except: SEAM,
    to: '',
    but: '^(node:)?buffer$',
    core: true,
  },
  { name: 'the-seam-knows-ciphers-alone', from: SEAM, to: '', but: '^(node:)?(crypto|zlib)$', core: true },
  { name: 'browser-safe-encoding-is-plain', from: BROWSER_SAFE, to: '^src/encoding/', but: PLAIN_ENCODING },
  { name: 'plain-encoding-stays-plain', from: PLAIN_ENCODING, to: '^src/encoding/', but: PLAIN_ENCODING },
  { name: 'plain-encoding-knows-no-node', from: PLAIN_ENCODING, to: '', core: true },
  {
    name: 'below-the-platform-knows-no-cloudflare',
    from: `${BROWSER_SAFE}|^src/encoding/`,
    to: '^cloudflare:',
  },
];

const ROOT_AND_TOOLS: readonly Ban[] = [
  // The class is exported by the composition root alone; its interface is what stubs are typed with.
  {
    name: 'durable-object-by-type-only',
    from: '^src/',
    except: `^${ROOT}`,
    to: '^durable/',
    typesAllowed: true,
  },
  { name: 'nothing-imports-index', from: WORKER, to: `^${ROOT}` },
  { name: 'nothing-imports-scripts-or-tests', from: WORKER, to: '^(scripts|test)/' },
];

const banned = ({ name, from, except, to, but, typesAllowed, core }: Ban): IForbiddenRuleType => ({
  name,
  severity: 'error',
  from: { path: from, ...(except === undefined ? {} : { pathNot: except }) },
  to: {
    path: to,
    ...(but === undefined ? {} : { pathNot: but }),
    ...(core ? { dependencyTypes: ['core'] } : {}),
    ...(typesAllowed ? { dependencyTypesNot: ['type-only'] } : {}),
  },
});

/** The rules in dependency-cruiser's form; a cycle of types alone is no cycle at run time. */
export const LAYER_RULES: readonly IForbiddenRuleType[] = [
  ...Object.entries(ROOMS).map(([room, allowed]): IForbiddenRuleType => ({
    name: `${room}-imports-nothing-above`,
    severity: 'error',
    from: { path: `^${placeOf(room)}` },
    // The root has a rule of its own, for all rooms.
    to: { path: WORKER, pathNot: `^(${[ROOT, ...[room, ...allowed].map(placeOf)].join('|')})` },
  })),
  ...[...LIBRARIES, ...PLATFORM, ...ROOT_AND_TOOLS].map(banned),
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

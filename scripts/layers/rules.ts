import type { IForbiddenRuleType } from 'dependency-cruiser';

const HTTP = '^src/http/';

/** A module set that may not import another one; `types` says whether an import of types alone is let through. */
interface Ban {
  readonly name: string;
  readonly from: string;
  readonly except?: string;
  readonly to: string;
  readonly typesAllowed?: boolean;
}

/** Design, "Rooms": imports run downwards, and each outside library is known to one room. */
const BANS: readonly Ban[] = [
  { name: 'encoding-stands-alone', from: '^src/encoding/', to: '^(src/(?!encoding/)|durable/)' },
  { name: 'model-imports-nothing-above', from: '^src/model/', to: '^(src/(?!model/|encoding/)|durable/)' },
  {
    name: 'store-imports-nothing-above',
    from: '^src/store/',
    to: '^(src/(http|web|jobs|export|history)/|durable/)',
  },
  {
    name: 'history-imports-nothing-above',
    from: '^src/history/',
    to: '^(src/(http|web|jobs|export)/|durable/)',
  },
  { name: 'export-imports-nothing-above', from: '^src/export/', to: '^src/(http|web|jobs)/' },
  { name: 'jobs-import-nothing-above', from: '^src/jobs/', to: '^src/(http|web)/' },
  { name: 'durable-imports-nothing-above', from: '^durable/', to: '^src/(http|web|jobs)/' },
  // The class is exported by the composition root alone; its interface is what stubs are typed with.
  {
    name: 'durable-object-by-type-only',
    from: '^src/',
    except: '^src/index\\.ts$',
    to: '^durable/',
    typesAllowed: true,
  },
  { name: 'only-http-knows-hono', from: '^(src|durable)/', except: HTTP, to: 'node_modules/(hono|@hono)/' },
  {
    name: 'only-store-and-history-know-drizzle',
    from: '^(src|durable)/',
    except: '^src/(store|history)/',
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

/** The rules in dependency-cruiser's form; a cycle of types alone is no cycle at run time. */
export const LAYER_RULES: readonly IForbiddenRuleType[] = [
  ...BANS.map(({ name, from, except, to, typesAllowed }): IForbiddenRuleType => ({
    name,
    severity: 'error',
    from: { path: from, ...(except === undefined ? {} : { pathNot: except }) },
    to: { path: to, ...(typesAllowed ? { dependencyTypesNot: ['type-only'] } : {}) },
  })),
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

import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './context.ts';

/**
 * A version of the API. All of them show one model; what differs between them is said here and in the projections of
 * `resources/`, and every other line of a route is shared.
 */
export interface Version {
  readonly name: 'v10' | 'v4' | 'v3';
  readonly base: string;
  /** The version that new clients use: it has what the older ones lack, and is not deprecated. */
  readonly current: boolean;
  /** Whether successes come in the envelope of the predecessor (`predecessor.ts`). */
  readonly enveloped?: boolean;
}

export const V10: Version = { name: 'v10', base: '/udm/v10', current: true };
export const V4: Version = { name: 'v4', base: '/udm/v4', current: false };
export const V3: Version = { name: 'v3', base: '/udm/v3', current: false };
export const VERSIONS: readonly Version[] = [V10, V4, V3];
/** The older versions where clients of the predecessor look for them. */
export const PREDECESSORS: readonly Version[] = [V4, V3].map((version) => ({
  ...version,
  base: `/data-download/${version.name}`,
  enveloped: true,
}));

/** How a list is filtered by type in a version: the older ones know no persons. */
export const typeFilter = ({ current }: Version, type: string | undefined) =>
  current ? { type } : { type, older: true };

/** Whether a path belongs to an older version. */
export const isOlder = (path: string): boolean =>
  [...VERSIONS, ...PREDECESSORS].some(({ base, current }) => !current && path.startsWith(`${base}/`));

/** When the older versions became deprecated (RFC 9745 section 2: seconds since 1970). */
const DEPRECATED_SINCE = Date.UTC(2026, 0, 1) / 1000;

/** Says with every answer of an older version that it is deprecated, and which path of the current one follows it (RFC 8288). */
export const deprecation: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  // The path as it came: decoded it could hold what no header can.
  const successor = new URL(c.req.url).pathname.replace(/^\/(?:udm|data-download)\/v\d+/, V10.base);
  c.header('Deprecation', `@${DEPRECATED_SINCE}`);
  c.header('Link', `<${successor}>; rel="successor-version"`);
};

/** What every declared route of a version has: its tag, and whether it is deprecated. */
export const declared = (version: Version, tag: string) => ({
  tags: [tag],
  ...(version.current ? {} : { deprecated: true }),
});

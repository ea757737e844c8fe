import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { ok } from '../../model/failures.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { json, operation } from '../operation.ts';
import { declared, V10 } from '../versions.ts';
import { DE } from '../../labels/de.ts';
import { EN } from '../../labels/en.ts';

/** The languages that there are labels in; the first one is for everybody else. */
const LANGUAGES: readonly { readonly tag: string; readonly labels: Readonly<Record<string, string>> }[] = [
  { tag: 'en', labels: EN },
  { tag: 'de', labels: DE },
];

const getLabels = createRoute({
  ...declared(V10, 'Data'),
  method: 'get',
  path: `${V10.base}/resources/labels`,
  operationId: 'getLabels',
  summary: 'Get the labels of a user interface',
  description: 'Every label by its key, in the language that `Accept-Language` prefers. Needs no token.',
  security: [],
  request: {
    headers: z.object({
      'accept-language': z.string().optional().openapi({ description: 'English or German.', example: 'de' }),
    }),
  },
  responses: {
    200: json(
      'The labels.',
      z.record(z.string(), z.string()).openapi('Labels', { example: { 'menu.jobs': 'Jobs' } }),
    ),
  },
});

/** Labels for user interfaces; everybody may ask. */
export function labelRoutes(): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, getLabels, async (c) => {
    const { tag, labels } = preferred(c.req.header('accept-language') ?? '');
    c.header('Content-Language', tag);
    c.header('Vary', 'Accept-Language');
    return ok(c.json(labels, 200));
  });
  return routes;
}

/** The language of RFC 4647 section 3.4 (lookup): the highest weight whose tag or a prefix of it is there. */
function preferred(header: string): (typeof LANGUAGES)[number] {
  const [fallback] = LANGUAGES;
  const wanted = header
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((text) => text.startsWith('q='))?.slice(2) ?? '1';
      return { primary: range.split('-')[0], weight: Number(weight) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((left, right) => right.weight - left.weight);
  const found = wanted
    .map(({ primary }) => LANGUAGES.find(({ tag }) => tag === primary || primary === '*'))
    .find((language) => language !== undefined);
  // The table has a first row.
  return found ?? fallback!;
}

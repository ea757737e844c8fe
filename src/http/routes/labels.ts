import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { ok } from '../../model/failures.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { nameField, SENTENCE } from '../openapi/fields.ts';
import { errors, json, operation } from '../operation.ts';
import { declared, V10 } from '../versions.ts';
import { DE } from '../../labels/de.ts';
import { EN } from '../../labels/en.ts';

/** The languages that there are labels in; the first one is for everybody else. */
interface Language {
  readonly tag: string;
  readonly labels: Readonly<Record<string, string>>;
}
const LANGUAGES: readonly [Language, ...Language[]] = [
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
      'accept-language': nameField('English or German.').optional().openapi({ example: 'de' }),
    }),
  },
  responses: {
    200: {
      headers: z.object({
        'Content-Language': z
          .enum(LANGUAGES.map(({ tag }) => tag))
          .openapi({ description: 'The language of the labels.' }),
        Vary: nameField('What the answer depends on.').openapi({ example: 'Accept-Language' }),
      }),
      ...json(
        'The labels.',
        z.record(z.string(), z.string().openapi(SENTENCE)).openapi('Labels', {
          description: 'Labels by their keys.',
          example: { 'menu.jobs': 'Jobs' },
        }),
      ),
    },
    ...errors(400),
  },
});

/** Labels for user interfaces; everybody may ask. */
export function labelRoutes(): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, getLabels, async (c) => {
    const { tag, labels } = preferred(c);
    c.header('Content-Language', tag);
    c.header('Vary', 'Accept-Language');
    return ok(c.json(labels, 200));
  });
  return routes;
}

/** The language of RFC 4647 section 3.4 (lookup): the highest weight whose primary tag is there; the first one for everybody else. */
function preferred(c: Context): Language {
  const [fallback] = LANGUAGES;
  const tag = accepts(c, {
    header: 'Accept-Language',
    supports: LANGUAGES.map((language) => language.tag),
    default: fallback.tag,
    match: (ranges, { supports, default: otherwise }) =>
      ranges
        .map((range) => ({ type: range.type, weight: weightOf(range) }))
        .filter(({ weight }) => weight > 0)
        .toSorted((left, right) => right.weight - left.weight)
        .map(({ type }) => (type === '*' ? otherwise : type.toLowerCase().split('-')[0]))
        .find((primary) => supports.some((name) => name === primary)) ?? otherwise,
  });
  return LANGUAGES.find((language) => language.tag === tag) ?? fallback;
}

/** The weight of a range; one that is no number counts as 0, where Hono's own `q` takes it for 1. */
function weightOf({ params }: { readonly params: Readonly<Record<string, string>> }): number {
  const [, weight = '1'] = Object.entries(params).find(([name]) => name.toLowerCase() === 'q') ?? [];
  return Number(weight) || 0;
}

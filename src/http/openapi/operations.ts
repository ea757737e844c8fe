import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../context.ts';

/** An OpenAPI 3.1 document, of the routes that a router declares. */
export type ApiDocument = ReturnType<OpenAPIHono<AppEnv>['getOpenAPI31Document']>;

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** The operations of a document in the order of its paths. */
export const operationsOf = (document: ApiDocument) =>
  Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );

/** The document with other operations in the places of its own. */
export function mapOperations(
  document: ApiDocument,
  change: (operation: ReturnType<typeof operationsOf>[number]['operation']) => object,
): ApiDocument {
  const paths: NonNullable<ApiDocument['paths']> = {};
  for (const { path, method, operation } of operationsOf(document))
    paths[path] = { ...paths[path], [method]: change(operation) };
  return { ...document, paths };
}

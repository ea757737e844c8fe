import { operationsOf, type ApiDocument } from '../operations.ts';
import { operationHtml } from './operation-html.ts';
import { escape, jsonBlock, prose, schemaTable, type Schema } from './schema-html.ts';

/** The page of one document: operations by tag, then the schemas that they name. Everything from the document is escaped. */
export function renderPage(
  document: ApiDocument,
  { names, own, base }: { names: readonly string[]; own: string; base: string },
): string {
  const operations = operationsOf(document);
  const tags = (document.tags ?? []).map(({ name, description }) => ({
    name,
    description: description ?? '',
  }));
  const sections = tags.map(
    ({
      name,
      description,
    }) => `<section><h2 id="${slug(name)}">${escape(name)}</h2><p>${prose(description)}</p>
${operations
  .filter(({ operation }) => operation.tags?.includes(name))
  .map(operationHtml)
  .join('\n')}</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(document.info.title)}</title><link rel="stylesheet" href="/udm/docs/style.css"></head><body>
<a class="skip" href="#operations">Go to the operations</a>
<header><h1>${escape(document.info.title)}</h1>${paragraphs(document.info.description ?? '')}
<nav aria-label="Versions"><ul>${names.map((name, index) => versionLink(name, index === 0, name === own)).join('')}
<li><a href="${base}/openapi.json">openapi.json</a></li></ul></nav>
<nav aria-label="Sections"><ul>${tags.map(({ name }) => `<li><a href="#${slug(name)}">${escape(name)}</a></li>`).join('')}
<li><a href="#schemas">Schemas</a></li></ul></nav></header>
<main id="operations">${sections.join('\n')}
<section><h2 id="schemas">Schemas</h2>${schemasHtml(document)}</section></main></body></html>
`;
}

const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

const versionLink = (name: string, first: boolean, own: boolean): string =>
  `<li><a href="/udm/docs${first ? '' : `/${name}`}"${own ? ' aria-current="page"' : ''}>${name}</a></li>`;

const paragraphs = (text: string): string =>
  text
    .split('\n\n')
    .map((part) => `<p>${prose(part)}</p>`)
    .join('');

const schemasHtml = (document: ApiDocument): string =>
  Object.entries(document.components?.schemas ?? {})
    .map(([name, given]) => {
      const schema = given as Schema; // OpenAPI 3.1 schemas are JSON Schemas
      const example = schema.example === undefined ? '' : `<h3>Example</h3>${jsonBlock(schema.example)}`;
      return `<details><summary><code>${escape(name)}</code></summary>
<div class="inside" id="schema-${escape(name)}">${schemaTable(schema)}${example}</div></details>`;
    })
    .join('\n');

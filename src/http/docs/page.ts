import { operationsOf, type ApiDocument } from './document.ts';
import { escape, isSchema, jsonBlock, schemaTable, typeOf, type Schema } from './schema-html.ts';

type Operation = ReturnType<typeof operationsOf>[number];
/** A document's parts that may be references; this service's are written out, but for schemas. */
type Part = Readonly<Record<string, unknown>>;

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
    }) => `<section><h2 id="${slug(name)}">${escape(name)}</h2><p>${escape(description)}</p>
${operations
  .filter(({ operation }) => operation.tags?.includes(name))
  .map(operationHtml)
  .join('\n')}</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(document.info.title)}</title><link rel="stylesheet" href="/udm/docs/style.css"></head><body>
<header><h1>${escape(document.info.title)}</h1>${paragraphs(document.info.description ?? '')}
<nav aria-label="Versions"><ul>${names.map((name, index) => versionLink(name, index === 0, name === own)).join('')}
<li><a href="${base}/openapi.json">openapi.json</a></li></ul></nav>
<nav aria-label="Sections"><ul>${tags.map(({ name }) => `<li><a href="#${slug(name)}">${escape(name)}</a></li>`).join('')}
<li><a href="#schemas">Schemas</a></li></ul></nav></header>
<main>${sections.join('\n')}
<section><h2 id="schemas">Schemas</h2>${schemasHtml(document)}</section></main></body></html>
`;
}

/** A part that is text, or nothing. */
const words = (part: unknown): string => (typeof part === 'string' ? part : '');

const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

const versionLink = (name: string, first: boolean, own: boolean): string =>
  `<li><a href="/udm/docs${first ? '' : `/${name}`}"${own ? ' aria-current="page"' : ''}>${name}</a></li>`;

const paragraphs = (text: string): string =>
  text
    .split('\n\n')
    .map((part) => `<p>${escape(part).replaceAll(/`([^`]+)`/g, '<code>$1</code>')}</p>`)
    .join('');

function operationHtml({ path, method, operation }: Operation): string {
  const old = operation.deprecated ? ' <span class="old">deprecated</span>' : '';
  const open = operation.security?.length === 0 ? '<p>Needs no token.</p>' : '';
  return `<details id="${escape(operation.operationId ?? '')}"><summary><span class="method">${method.toUpperCase()}</span>
<code>${escape(path)}</code> ${escape(operation.summary ?? '')}${old}</summary>
<p>${escape(operation.description ?? '')}</p>${open}
${parametersHtml(operation.parameters ?? [])}${bodyHtml(operation.requestBody)}
<h3>Answers</h3>${responsesHtml(operation.responses ?? {})}</details>`;
}

function parametersHtml(parameters: readonly object[]): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map((given) => {
    const parameter = given as Part; // a parameter object, written out
    const required = parameter['required'] ? ', required' : '';
    const schema = isSchema(parameter['schema']) ? typeOf(parameter['schema']) : '';
    return `<tr><td><code>${escape(String(parameter['name']))}</code></td><td>${escape(String(parameter['in']))}${required}</td>
<td>${schema}</td><td>${escape(words(parameter['description']))}</td></tr>`;
  });
  return `<h3>Parameters</h3><div class="wide"><table><tr><th>Name</th><th>In</th><th>Type</th><th>Meaning</th></tr>${rows.join('')}</table></div>`;
}

const bodyHtml = (body: unknown): string =>
  body ? `<h3>Body</h3>${contentHtml((body as Part)['content'])}` : '';

function responsesHtml(responses: object): string {
  const rows = Object.entries(responses).map(([status, given]) => {
    const response = given as Part; // a response object, written out
    return `<tr><td>${escape(status)}</td><td>${escape(String(response['description']))}${contentHtml(response['content'])}</td></tr>`;
  });
  return `<div class="wide"><table><tr><th>Status</th><th>Meaning</th></tr>${rows.join('')}</table></div>`;
}

function contentHtml(content: unknown): string {
  if (!content) return '';
  return Object.entries(content as Part) // media types and what they carry
    .map(([type, media]) => {
      const schema = (media as Part)['schema'];
      return `<div><code>${escape(type)}</code> ${isSchema(schema) ? typeOf(schema) : ''}</div>`;
    })
    .join('');
}

const schemasHtml = (document: ApiDocument): string =>
  Object.entries(document.components?.schemas ?? {})
    .map(([name, given]) => {
      const schema = given as Schema; // OpenAPI 3.1 schemas are JSON Schemas
      const example = schema.example === undefined ? '' : jsonBlock(schema.example);
      return `<details id="schema-${escape(name)}"><summary><code>${escape(name)}</code></summary>${schemaTable(schema)}${example}</details>`;
    })
    .join('\n');

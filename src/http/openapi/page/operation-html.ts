import type { operationsOf } from '../operations.ts';
import { escape, isSchema, jsonBlock, prose, typeOf } from './schema-html.ts';

type Operation = ReturnType<typeof operationsOf>[number];
/** A document's parts that may be references; this service's are written out, but for schemas. */
type Part = Readonly<Record<string, unknown>>;

/**
 * One operation, folded. Its id stands inside of the fold: a browser that is sent to what is folded unfolds it, but not a fold
 * that it is sent to itself.
 */
export function operationHtml({ path, method, operation }: Operation): string {
  const old = operation.deprecated ? ' <span class="old">deprecated</span>' : '';
  const open = operation.security?.length === 0 ? '<p>Needs no token.</p>' : '';
  const id = escape(operation.operationId ?? '');
  return `<details><summary><span class="method ${method}">${method.toUpperCase()}</span>
<code>${escape(path)}</code> <span class="what">${escape(operation.summary ?? '')}</span>${old}</summary>
<div class="inside" id="${id}"><p>${prose(operation.description ?? '')} <a href="#${id}">Link to this operation</a></p>${open}
${parametersHtml(operation.parameters ?? [])}${bodyHtml(operation.requestBody)}
<h3>Answers</h3>${responsesHtml(operation.responses ?? {})}</div></details>`;
}

/** A part that is text, or nothing. */
const words = (part: unknown): string => (typeof part === 'string' ? part : '');

function parametersHtml(parameters: readonly object[]): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map((given) => {
    const parameter = given as Part; // a parameter object, written out
    const required = parameter['required'] ? ', required' : '';
    const schema = isSchema(parameter['schema']) ? typeOf(parameter['schema']) : '';
    return `<tr><td><code>${escape(String(parameter['name']))}</code></td><td>${escape(String(parameter['in']))}${required}</td>
<td>${schema}</td><td>${prose(words(parameter['description']))}</td><td>${sample(parameter['example'])}</td></tr>`;
  });
  const head = ['Name', 'In', 'Type', 'Meaning', 'Example'].map((name) => `<th scope="col">${name}</th>`);
  return `<h3>Parameters</h3>${wide('Parameters', `<tr>${head.join('')}</tr>${rows.join('')}`)}`;
}

const sample = (example: unknown): string =>
  example === undefined || example === ''
    ? ''
    : `<code class="sample">${escape(typeof example === 'string' ? example : JSON.stringify(example))}</code>`;

function bodyHtml(given: unknown): string {
  if (!given) return '';
  const body = given as Part; // a body object, written out
  const meaning = words(body['description']);
  return `<h3>Body</h3>${meaning && `<p>${prose(meaning)}</p>`}${contentHtml(body['content'])}`;
}

function responsesHtml(responses: object): string {
  const rows = Object.entries(responses).map(([status, given]) => {
    const response = given as Part; // a response object, written out
    return `<tr><td>${escape(status)}</td><td>${prose(words(response['description']))}${contentHtml(response['content'])}</td></tr>`;
  });
  return wide('Answers', `<tr><th scope="col">Status</th><th scope="col">Meaning</th></tr>${rows.join('')}`);
}

/** A table that scrolls by itself where the window is too narrow for it, by the keyboard too. */
const wide = (name: string, rows: string): string =>
  `<div class="wide" tabindex="0" role="region" aria-label="${name}"><table>${rows}</table></div>`;

function contentHtml(content: unknown): string {
  if (!content) return '';
  return Object.entries(content as Part) // media types and what they carry
    .map(([type, given]) => {
      const media = given as Part; // a media type object, written out
      const schema = isSchema(media['schema']) ? typeOf(media['schema']) : '';
      return `<div><code>${escape(type)}</code> ${schema}</div>${exampleHtml(media['example'])}`;
    })
    .join('');
}

const exampleHtml = (example: unknown): string =>
  example === undefined
    ? ''
    : `<details class="example"><summary>Example</summary>${typeof example === 'string' ? `<pre tabindex="0">${escape(example)}</pre>` : jsonBlock(example)}</details>`;

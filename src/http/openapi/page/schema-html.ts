/** As much of a JSON Schema as the page shows. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly example?: unknown;
}

/** Whether a document's part can be shown as a schema. */
export const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** Text that stands in HTML as it is, also inside a quoted attribute. */
export const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** A value as indented JSON. */
export const jsonBlock = (value: unknown): string =>
  `<pre tabindex="0">${escape(JSON.stringify(value, null, 2))}</pre>`;

/** A sentence of a document; what stands in backquotes is code. */
export const prose = (text: string): string => escape(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');

/** A schema in a few words, with links to those that it names. */
export function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) {
    const name = escape(schema.$ref.split('/').at(-1) ?? '');
    return `<a href="#schema-${name}">${name}</a>`;
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(typeOf).join(' or ');
  if (schema.const !== undefined) return `<code>${escape(JSON.stringify(schema.const))}</code>`;
  if (schema.enum)
    return schema.enum.map((value) => `<code>${escape(JSON.stringify(value))}</code>`).join(', ');
  if (schema.items) return `array of ${typeOf(schema.items)}`;
  return escape([schema.type ?? 'anything'].flat().join(' or '));
}

/** The properties of an object, or the schema itself in words. */
export function schemaTable(schema: Schema): string {
  if (!schema.properties) return `<p>${typeOf(schema)}</p>`;
  const rows = Object.entries(schema.properties).map(([name, property]) => {
    const optional = schema.required?.includes(name) ? '' : ', optional';
    return `<tr><td><code>${escape(name)}</code></td><td>${typeOf(property)}${optional}</td><td>${prose(property.description ?? '')}</td></tr>`;
  });
  const head = ['Name', 'Type', 'Meaning'].map((name) => `<th scope="col">${name}</th>`).join('');
  return `<div class="wide" tabindex="0" role="region" aria-label="Properties"><table><tr>${head}</tr>${rows.join('')}</table></div>`;
}

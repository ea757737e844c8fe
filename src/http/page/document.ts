import { z } from 'zod';
import type { Language } from '../../labels/failures/words.ts';
import { EN } from '../../labels/en.ts';
import type { PageSource } from '../../model/page-sources.ts';

/** Where the built files are served, past the Worker (`[assets]` in wrangler.toml). */
const FILES = '/assets/app/';
const ENTRY = 'main.tsx';

/** As much of Vite's manifest as the document needs: a built file, its style sheets, and the chunks that it imports. */
const manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).optional(),
    imports: z.array(z.string()).optional(),
  }),
);

/** The built files by their sources. */
export type PageManifest = z.infer<typeof manifest>;

/** What the document loads at once. */
export interface PageFiles {
  readonly script: string;
  readonly styles: readonly string[];
  /** What the script is going to import, named so that it comes with it and not after it. */
  readonly chunks: readonly string[];
}

/** Where the manifest of the built pages lies. */
export const MANIFEST_PATH = `${FILES}manifest.json`;

/** Reads the manifest; throws where it does not name the entry. */
export function parseManifest(text: unknown): PageManifest {
  const chunks = manifest.parse(text);
  if (!chunks[ENTRY]) throw new Error(`the manifest of the pages has no ${ENTRY}`);
  return chunks;
}

/** The files of a page for a reader of a language. A source that the manifest does not know is loaded when it is asked for. */
export function pageFiles(
  chunks: PageManifest,
  { module, texts }: PageSource,
  language: Language,
): PageFiles {
  const scripts = new Set<string>();
  const styles: string[] = [];
  const visit = (name: string) => {
    const chunk = chunks[name];
    if (!chunk || scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    chunk.imports?.forEach(visit);
    // Behind those of what the chunk imports, as where the browser loads them itself.
    styles.push(...(chunk.css ?? []));
  };
  const parts = texts.map((part) => `../labels/pages/${language}-${part}.ts`);
  [ENTRY, `words/${language}.ts`, module, ...parts].forEach(visit);
  const [script = '', ...others] = [...scripts].map((file) => FILES + file);
  return { script, styles: styles.map((file) => FILES + file), chunks: others };
}

/** The document of every page: it holds nothing but what it loads. `nonce` is base64. */
export const pageDocument = ({ script, styles, chunks }: PageFiles, nonce: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><meta property="csp-nonce" nonce="${nonce}">
<title>${EN['app.title']}</title><link rel="icon" href="data:,">
${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('')}
<script type="module" src="${script}"></script>${chunks.map((href) => `<link rel="modulepreload" href="${href}">`).join('')}
</head><body><div id="root"></div><noscript>${EN['app.noScript']}</noscript></body></html>
`;

import { z } from 'zod';
import { EN } from '../../labels/en.ts';

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

/** What the document loads at once. */
export interface PageFiles {
  readonly script: string;
  readonly styles: readonly string[];
  /** Chunks that the script imports, named so that they come with it and not after it. */
  readonly chunks: readonly string[];
}

/** Where the manifest of the built pages lies. */
export const MANIFEST_PATH = `${FILES}manifest.json`;

/** The files of the entry by the manifest; throws where it names none. */
export function pageFiles(text: unknown): PageFiles {
  const chunks = manifest.parse(text);
  const entry = chunks[ENTRY];
  if (!entry) throw new Error(`the manifest of the pages has no ${ENTRY}`);
  const imported = (entry.imports ?? []).flatMap((name) => chunks[name] ?? []);
  return {
    script: FILES + entry.file,
    styles: [entry, ...imported].flatMap(({ css }) => css ?? []).map((file) => FILES + file),
    chunks: imported.map(({ file }) => FILES + file),
  };
}

/** The document of every page: it holds nothing but what it loads. `nonce` is base64. */
export const pageDocument = ({ script, styles, chunks }: PageFiles, nonce: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><meta property="csp-nonce" nonce="${nonce}">
<title>${EN['app.title']}</title><link rel="icon" href="data:,">
${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('')}
${chunks.map((href) => `<link rel="modulepreload" href="${href}">`).join('')}<script type="module" src="${script}"></script>
</head><body><div id="root"></div><noscript>${EN['app.noScript']}</noscript></body></html>
`;

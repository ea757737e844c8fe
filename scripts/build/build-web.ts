import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { PROJECT } from '../dev/wrangler.ts';
import { buildDocs } from './build-docs.ts';
import { buildPages } from './build-pages.ts';
import { keepFile } from './keep-file.ts';

/** The folder of what the service serves as it is ("assets" in wrangler.toml); git ignores it. */
const WEB = `${PROJECT}.web`;
const CLI = `${WEB}/udm/cli/udm.mjs`;
/** What a record must contain, beside the API's documentation. */
const RECORDS = `${WEB}/udm/docs/records.md`;

/**
 * Headers of what the platform serves past the Worker. Files of the pages are named by their contents, so that a browser never asks for
 * one again; the manifest, which names them, is not.
 */
const HEADERS = `/assets/app/*
  Cache-Control: public, max-age=31536000, immutable
  X-Content-Type-Options: nosniff
/assets/app/manifest.json
  ! Cache-Control
`;

/** Packages of CommonJS ask for `require`, which a module has not. */
const BANNER = `#!/usr/bin/env node
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);`;

/**
 * Makes what is served as it is, and answers the paths: `udm.mjs`, one file for Node 20.15 or newer with nothing to install, the page
 * on records, the viewer of the API's documents, and the pages of the web application, unless nobody is going to see them.
 */
export async function buildWeb({ pages = true } = {}): Promise<readonly string[]> {
  const { outputFiles } = await build({
    write: false,
    absWorkingDir: PROJECT,
    entryPoints: ['scripts/udm.ts'],
    outfile: CLI,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js: BANNER },
    legalComments: 'eof',
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'warning',
  });
  keepFile(CLI, outputFiles[0]?.contents ?? new Uint8Array(), 0o755);
  keepFile(RECORDS, readFileSync(`${PROJECT}src/records/README.md`));
  keepFile(`${WEB}/_headers`, Buffer.from(HEADERS));
  return [CLI, RECORDS, buildDocs(WEB), ...(pages ? [await buildPages()] : [])];
}

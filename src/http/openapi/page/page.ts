import { STYLE } from './style.ts';
import { startScript, VIEWER, type Shown } from './viewer.ts';

/** The page of the documents, which shows the one of version `own` first; `nonce` is base64. */
export function docsPage(shown: readonly Shown[], own: string, nonce: string): string {
  const links = shown.map(({ name, url }) => `<li><a href="${url}">${name}</a></li>`).join('');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>User Data Management API</title><link rel="icon" href="data:,">
<link rel="modulepreload" href="${VIEWER}/standalone.esm.js"><style>${STYLE}</style></head><body><div id="docs"></div>
<noscript><h1>User Data Management API</h1><p>This page needs scripts. Without them there are the OpenAPI documents, and what a
<a href="/udm/docs/records.md">record</a> must contain.</p><ul>${links}</ul></noscript>
<script type="module" nonce="${nonce}">${startScript(shown, own)}</script></body></html>
`;
}

/**
 * What the page may load and do (CSP 3): scripts of this origin's own files and the one with the nonce, requests to this origin alone.
 * The viewer styles by elements and attributes that it makes itself, without a nonce.
 */
export const docsPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

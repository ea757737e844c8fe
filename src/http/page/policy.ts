/**
 * What the document may load and do (CSP 3). Scripts and style sheets are hashed files of this origin. The nonce is for the one style
 * element that the kit adds while a dialog holds the page still. No code of the pages needs a Trusted Types policy, so none may be made.
 */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** The style sheet of `/udm/docs`, in light and dark. */
export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d5d9df, #3a414b); --soft: light-dark(#f4f6f8, #1d2127); --link: light-dark(#0b57a4, #8ab8f0); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#fff, #14171b); color: light-dark(#1b1f24, #e4e8ed); }
a { color: var(--link); }
body > header, main { max-width: 70rem; margin: 0 auto; padding: 1rem 1.5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0; list-style: none; }
h1 { margin: 0.5rem 0; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
details { margin: 0.5rem 0; border: 1px solid var(--line); border-radius: 6px; }
summary { padding: 0.5rem 0.75rem; cursor: pointer; background: var(--soft); border-radius: 6px; overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.inside { padding: 0.25rem 0.75rem; scroll-margin-top: 4rem; }
.inside:target { border-left: 3px solid var(--link); }
.inside h3 { margin: 1rem 0 0.25rem; font-size: 1rem; }
.method { display: inline-block; min-width: 4.5rem; font-weight: 700; }
.get { color: var(--link); } .delete { color: light-dark(#a1260d, #ff9d8a); } .post, .put { color: light-dark(#1a6b2d, #86d39a); }
.what { margin-left: 0.5rem; }
code, pre { font: 0.875rem/1.45 ui-monospace, monospace; }
pre { overflow-x: auto; margin: 0; padding: 0.75rem; background: var(--soft); border-radius: 6px; }
.example { margin: 0.25rem 0; border: 0; }
.example > summary { display: inline-block; padding: 0.1rem 0.5rem; font-size: 0.875rem; }
.example > summary::before { content: '+ '; } .example[open] > summary::before { content: '− '; }
.sample { overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
td:first-child { white-space: nowrap; width: 1%; }
td:last-child { min-width: 9rem; }
.old { font-size: 0.85em; font-style: italic; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 0.5rem; top: 0.5rem; padding: 0.5rem; background: light-dark(#fff, #14171b); }
@media (max-width: 40rem) {
  body > header, main { padding: 0.75rem; }
  summary code { display: block; margin: 0.25rem 0 0; }
  .what { margin-left: 0; }
  h1 { font-size: 1.5rem; }
  table, tbody, tr, td { display: block; }
  tr:has(th) { display: none; }
  tr { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  td, td:first-child { width: auto; padding: 0 0.25rem; border: 0; }
  td:first-child, td:nth-child(2):not(:last-child), td:nth-child(3):not(:last-child) { display: inline-block; }
  .sample::before { content: 'Example: '; font-family: system-ui, sans-serif; }
  .inside { scroll-margin-top: 6.5rem; }
}
@media print { details::details-content { content-visibility: visible; height: auto; } }
`.trimStart();

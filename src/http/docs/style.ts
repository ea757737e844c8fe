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
summary { padding: 0.5rem 0.75rem; cursor: pointer; background: var(--soft); border-radius: 6px; }
details > :not(summary) { margin: 0.75rem; }
.method { display: inline-block; min-width: 4.5rem; font-weight: 700; }
code, pre { font: 0.875rem/1.45 ui-monospace, monospace; }
pre { overflow-x: auto; padding: 0.75rem; background: var(--soft); border-radius: 6px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
.old { font-size: 0.85em; font-style: italic; }
`.trimStart();

/**
 * What the page adds to the viewer's style. Its quieter colours and those of methods and samples have contrasts below 4.5 to 1 (WCAG 2.2,
 * 1.4.3); long commands are wrapped, so that nothing scrolls sideways that the keyboard does not reach.
 */
export const STYLE = `
body { margin: 0; font-family: system-ui, sans-serif; }
noscript { display: block; padding: 1rem; }
.light-mode { --scalar-color-2: #5c5c5c; --scalar-color-3: #666; --scalar-sidebar-color-2: #5c5c5c; --scalar-sidebar-search-color: #5c5c5c;
  --scalar-color-green: #0b6b44; --scalar-color-red: #b3261e; --scalar-color-blue: #0b5cad; --scalar-color-orange: #944200;
  --scalar-color-yellow: #7a5b00; --scalar-color-purple: #5203d1; }
.dark-mode { --scalar-color-2: #b0b0b0; --scalar-color-3: #a3a3a3; --scalar-sidebar-color-2: #b0b0b0; --scalar-sidebar-search-color: #b0b0b0;
  --scalar-color-red: #ff8a80; --scalar-color-blue: #6cb8ff; --scalar-color-green: #3ccf91; --scalar-color-orange: #ffab70; }
.markdown pre code { white-space: pre-wrap !important; overflow-wrap: anywhere; }
@media (max-width: 40rem) { .scalar-client .scalar-sidebar-toggle { display: none !important; } }
`.trim();

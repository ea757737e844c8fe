/** What the browser shows when it comes back to the command line. */
interface LandingPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

const SAID = {
  done: [200, 'You are signed in', 'You can close this window and go on in the terminal.'],
  refused: [200, 'You are not signed in', 'You can close this window. The terminal says more.'],
  unknown: [
    404,
    'There is nothing here',
    'This address belongs to a sign-in that is over, or to another one.',
  ],
} as const;

/** The page loads nothing, runs nothing, and keeps the code out of every cache and referrer. */
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  Connection: 'close',
};

/** A page of fixed words: nothing that came with the request stands in it. */
export function landingPage(how: keyof typeof SAID): LandingPage {
  const [status, title, text] = SAID[how];
  return {
    status,
    headers: HEADERS,
    text: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<style>body{font:16px/1.5 system-ui,sans-serif;display:grid;place-content:center;min-height:90vh;margin:0 16px;text-align:center}</style>
</head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>
`,
  };
}

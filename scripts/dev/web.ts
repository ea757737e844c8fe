import type { Plugin } from 'vite';
import { PAGE_ID, PAGE_PATHS } from '../../src/model/page-paths.ts';
import { HOST } from './port.ts';
import { PROJECT } from './wrangler.ts';

const CONFIG = `${PROJECT}src/web/vite.config.ts`;
/** What the Worker answers; everything else is a page, or a file of one. */
const OF_THE_WORKER = '^/(udm|auth|\\.well-known|health|assets/(?!app/))';

/**
 * Serves the pages from their sources: a change is in the browser without a build. What is no page goes to the Worker at `service`.
 * Answers how to end it. The document has no policy here, since Vite's own scripts stand in it.
 */
export async function serveWeb(port: number, service: string): Promise<() => Promise<void>> {
  const { createServer } = await import('vite');
  const server = await createServer({
    configFile: CONFIG,
    appType: 'custom',
    define: { 'process.env.NODE_ENV': '"development"' },
    oxc: { jsx: { runtime: 'automatic', development: true } },
    plugins: [documents],
    server: { host: HOST, port, strictPort: true, proxy: { [OF_THE_WORKER]: service } },
  });
  await server.listen();
  return () => server.close();
}

/** Answers the document at each address of a page. */
const documents: Plugin = {
  name: 'udm-documents',
  configureServer: (server) => {
    server.middlewares.use((request, answer, next) => {
      const path = new URL(request.url ?? '/', 'http://pages.local').pathname;
      if (!isPage(path)) return next();
      void server.transformIndexHtml(path, DOCUMENT).then((html) => {
        answer.setHeader('Content-Type', 'text/html; charset=utf-8');
        answer.end(html);
      }, next);
    });
  },
};

const isPage = (path: string): boolean =>
  Object.values(PAGE_PATHS).some((known) => {
    const [head = '', id] = known.split(':');
    return id === undefined ? path === known : path.startsWith(head) && PAGE_ID.test(path.slice(head.length));
  });

/** Vite puts its base before the script's path. */
const DOCUMENT = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"></head>
<body><div id="root"></div><script type="module" src="/main.tsx"></script></body></html>
`;

import { defineConfig } from 'vite';
import { sharedChunks } from './chunks.ts';

const path = (relative: string) => `${import.meta.dirname}/${relative}`;

/** Builds the pages into the folder that the Worker serves; it finds them by the manifest (src/http/page/document.ts). */
export default defineConfig({
  root: path('.'),
  base: '/assets/app/',
  logLevel: 'warn',
  publicDir: false,
  // Whatever builds them, a test too: the libraries' shorter form.
  define: { 'process.env.NODE_ENV': '"production"' },
  oxc: { jsx: { runtime: 'automatic', development: false } },
  build: {
    outDir: path('../../.web/assets/app'),
    assetsDir: '',
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2023',
    // Nothing is loaded from a data: address, which the pages' policy allows for images alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: path('main.tsx'),
      output: { codeSplitting: { groups: sharedChunks() } },
      // The kit's files say "use client" to servers that render pages; this one renders none.
      onLog: (level, log, tell) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
    },
  },
});

import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { firstLanguage } from '../../labels/languages.ts';
import { PAGE_ID, PAGE_PATHS } from '../../model/page-paths.ts';
import { PAGE_NAMES, PAGE_SOURCES, type PageSource } from '../../model/page-sources.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { unknownPath } from '../errors.ts';
import type { Services } from '../services.ts';
import { MANIFEST_PATH, pageDocument, pageFiles, parseManifest, type PageManifest } from './document.ts';
import { pagePolicy } from './policy.ts';

const NONCE_BYTES = 16;
/** What is served as it is without lying below `/assets/`, for whose paths the platform asks the Worker first. */
const FILES = ['/udm/cli/udm.mjs', '/udm/docs/records.md'];

/** The pages' document at each of their paths, and the files that have addresses of their own. */
export function pageRoutes({
  assets,
  randomBytes,
}: Pick<Services, 'assets' | 'randomBytes'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  let files: Promise<PageManifest> | undefined;
  /** Read once: what is served changes with the Worker alone. One that failed is read again. */
  const known = () =>
    (files ??= readFiles(assets).catch((error: unknown) => {
      files = undefined;
      throw error;
    }));
  const page = (source: PageSource) => async (c: Context<AppEnv>) => {
    const id = c.req.param('id');
    if (id !== undefined && !PAGE_ID.test(id)) return unknownPath(c);
    const nonce = btoa(String.fromCharCode(...randomBytes(NONCE_BYTES)));
    c.header('Content-Security-Policy', pagePolicy(nonce));
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
    c.header('Referrer-Policy', 'same-origin');
    // A guess: which language was chosen the browser alone knows.
    const language = firstLanguage(null, c.req.header('Accept-Language')?.split(',') ?? []);
    return c.html(pageDocument(pageFiles(await known(), source, language), nonce));
  };
  for (const name of PAGE_NAMES) routes.get(PAGE_PATHS[name], page(PAGE_SOURCES[name]));
  for (const path of FILES) routes.get(path, async (c) => served(await assets.fetch(c.req.raw)));
  return routes;
}

async function readFiles(assets: Services['assets']): Promise<PageManifest> {
  const answer = await assets.fetch(new Request(`https://assets.local${MANIFEST_PATH}`));
  if (!answer.ok) throw new Error(`the manifest of the pages was answered ${answer.status}`);
  return parseManifest(await answer.json());
}

/** An answer whose headers can be added to. */
const served = (answer: Response): Response => new Response(answer.body, answer);

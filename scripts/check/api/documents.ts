/** The part of `src/http/app.ts` that is used here; it is imported untyped, because the Worker's types are not Node's. */
interface AppModule {
  readonly createApp: (services: { readonly config: object }) => {
    request(url: string): Promise<Response>;
  };
}

const APP = new URL('../../../src/http/app.ts', import.meta.url).href;
const ORIGIN = 'http://127.0.0.1:8787';

/** The OpenAPI documents by version, as the service would answer them. They are made of declarations: no service is asked. */
export async function apiDocuments(): Promise<Readonly<Record<'v10' | 'v4' | 'v3', object>>> {
  const { createApp }: AppModule = await import(APP);
  const app = createApp({ config: { corsOrigins: [] } });
  const get = async (version: string): Promise<object> => {
    const answer = await app.request(`${ORIGIN}/udm/${version}/openapi.json`);
    if (!answer.ok) throw new Error(`the document of ${version} was answered ${answer.status}`);
    return (await answer.json()) as object; // checked by the linter that reads it
  };
  return { v10: await get('v10'), v4: await get('v4'), v3: await get('v3') };
}

import { addClient, callerOf, type App, type Failed } from '../harness.ts';
import { documentOf, expectDeclared, type Document } from '../openapi/documents.ts';

/** How tests ask for users, clients and keys. */

export type Call = Awaited<ReturnType<typeof callerOf>>;
export const PASSWORD = 'a long enough secret';

export const send = (method: string, body: object): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json' },
});
export const codeOf = async (response: Response): Promise<string> =>
  (await response.json<Failed>()).status.detail.code;

let document: Document;
/** Reads the document that answers are held against, and adds the client that signs users in; to be called once. */
export async function prepare(app: App): Promise<void> {
  document = await documentOf(app, 'v10');
  await addClient('app', { ccid: 'platform', secret: 'app-secret', roles: [] });
}

/** Asks, and holds the answer against the document. */
export async function asked<T>(
  call: Call,
  method: string,
  path: string,
  body?: object,
): Promise<[number, T]> {
  const response = await call(`/udm/v10${path}`, body ? send(method, body) : { method });
  const declaredPath = `/udm/v10${path.split('?')[0]}`
    .replace(/\/(users)\/[^/]+/, '/$1/{name}')
    .replace(/\/(clients|api-keys)\/[^/]+/, '/$1/{id}');
  const operation = document.paths[declaredPath]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${declaredPath} is not declared`);
  // The document says what it holds, and the test which shape that is.
  return [response.status, (await expectDeclared(document, operation, response)) as T];
}

/** Signs a user in by password, through the client. */
export function signIn(app: App, username: string, password: string): Promise<Response> {
  const headers = {
    Authorization: `Basic ${btoa('app:app-secret')}`,
    'Content-Type': 'application/x-www-form-urlencoded',
  };
  const body = new URLSearchParams({ grant_type: 'password', username, password }).toString();
  return Promise.resolve(app.request('/auth/v3/oauth/token', { method: 'POST', headers, body }));
}

import { SERVICE } from './session.ts';

/** Links to download files, in the order of their names; each is good for ten minutes. */
export async function askLinks(names: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
  const query = { filename: names.join(',') };
  const { data } = await SERVICE.api.GET('/udm/v10/files', { params: { query }, signal });
  return (data ?? []).map(({ path }) => path);
}

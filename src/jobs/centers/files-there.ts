import { artifactPrefix } from '../../store/object-keys.ts';
import type { CenterContext } from './context.ts';

/** Those files of a run that are in R2, whole. */
export async function filesThatAreThere<F extends { readonly key: string; readonly size: number }>(
  { bucket }: Pick<CenterContext, 'bucket'>,
  { ccid, run, files }: { readonly ccid: string; readonly run: number; readonly files: readonly F[] },
): Promise<readonly F[]> {
  if (files.length === 0) return files;
  const prefix = artifactPrefix(ccid, run);
  const there = new Map<string, number>();
  for (let cursor: string | undefined, more = true; more;) {
    const page = await bucket.list({ prefix, ...(cursor === undefined ? {} : { cursor }) });
    for (const { key, size } of page.objects) there.set(key, size);
    more = page.truncated;
    cursor = page.truncated ? page.cursor : undefined;
  }
  return files.filter(({ key, size }) => there.get(key) === size);
}

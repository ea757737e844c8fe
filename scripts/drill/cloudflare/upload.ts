import type { Binding, UploadedVersion } from './account.ts';

interface Metadata {
  readonly main_module: string;
  readonly bindings: readonly Binding[];
  readonly keep_bindings?: readonly string[];
  readonly migrations?: { readonly new_tag?: string };
  readonly compatibility_date: string;
  readonly compatibility_flags?: readonly string[];
}

/** Reads the form by which wrangler uploads a Worker: its metadata, and a part for each module. */
export async function readUpload(request: Request) {
  const form = await request.formData();
  const told = form.get('metadata');
  const metadata = JSON.parse(typeof told === 'string' ? told : '{}') as Metadata; // of wrangler alone
  const modules = new Map<string, string>();
  for (const [name, part] of form)
    if (typeof part !== 'string' && !/source-map/.test(part.type)) modules.set(name, await part.text());
  const secret = (binding: Binding) => binding.type === 'secret_text';
  const upload: UploadedVersion = {
    main: metadata.main_module,
    modules,
    bindings: metadata.bindings.filter((binding) => !secret(binding)),
    compatibilityDate: metadata.compatibility_date,
    compatibilityFlags: metadata.compatibility_flags ?? [],
  };
  return {
    upload,
    secrets: metadata.bindings.filter(secret).map(({ name, text = '' }) => [name, text] as const),
    migrationTag: metadata.migrations?.new_tag,
    keepSecrets: metadata.keep_bindings?.includes('secret_text') ?? false,
  };
}

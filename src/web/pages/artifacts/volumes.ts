/** What opens sealed files, as a person types it. */
export type Tool = 'openssl' | 'udm' | 'powershell';

/** The commands that open exactly these files with a private key. OpenSSL opens each for itself; `udm` joins a set. */
export function commandsFor(tool: Tool, names: readonly string[]): string {
  if (tool === 'udm') return `udm decrypt ${names.join(' ')} --key key.pem`;
  if (tool === 'openssl')
    return names
      .map((name) => `openssl smime -decrypt -binary -inkey key.pem -in ${name} -out ${opened(name)}`)
      .join('\n');
  const list = names.map((name) => `'${name}'`).join(', ');
  return `${list} | ForEach-Object { openssl smime -decrypt -binary -inkey key.pem -in $_ -out ($_ -replace '\\.smime$', '') }`;
}

const opened = (name: string): string => name.replace(/\.smime$/, '');

/** The lines that `sha256sum -c` takes. */
export const checksums = (files: readonly { readonly name: string; readonly sha256: string }[]): string =>
  files.map(({ name, sha256 }) => `${sha256}  ${name}`).join('\n');

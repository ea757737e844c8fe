import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClientError } from '../../src/client/client-error.ts';
import { CommandError } from '../cli/command.ts';
import { naming } from '../cli/explain.ts';
import { openPrompt } from '../cli/prompt.ts';
import { isPkcs12, keysOfPkcs12 } from './pkcs12.ts';
import { firstLine } from './first-line.ts';
import { requireFile } from './require-file.ts';

/** A private key as a file holds it: a PEM block, or DER. */
interface HeldKey {
  readonly bytes: Buffer;
  readonly form: 'pem' | 'pkcs8' | 'pkcs1';
}

/** A key file is a few KB; a sealed file named by mistake is not read. */
const KEY_FILE_MOST = 1024 * 1024;
const TRIES = 3;
const PEM_KEY = /-----BEGIN ([A-Z0-9 ]*)PRIVATE KEY-----[\s\S]*?-----END \1PRIVATE KEY-----/g;
const KEY_NAME = /\.(pem|key|der|p8|pk8|p12|pfx)$/i;

/**
 * The private keys of files, or of the key files in folders, as PEM without a passphrase. The passphrase is the first line of
 * `passphraseFile`, or asked for. Throws a `ClientError` or `CommandError` that names the file that cannot be used.
 */
export async function readPrivateKeys(
  paths: readonly string[],
  passphraseFile: string | undefined,
): Promise<string> {
  const given = passphraseFile === undefined ? null : firstLine(passphraseFile, 'the file of a passphrase');
  const texts: string[] = [];
  for (const path of paths) {
    const files = keyFiles(path);
    const found: KeyObject[] = [];
    for (const file of files) found.push(...(await usable(file, { given, alone: files.length === 1 })));
    if (found.length === 0) throw new CommandError(`No private key in the folder ${path} can be used.`);
    texts.push(...found.map((key) => key.export({ format: 'pem', type: 'pkcs8' }).toString()));
  }
  return texts.join('');
}

/** The keys of a file; of one among others in a folder none where it cannot be used, which is told. */
async function usable(
  file: string,
  { given, alone }: { readonly given: string | null; readonly alone: boolean },
): Promise<readonly KeyObject[]> {
  try {
    return await opened(file, given);
  } catch (error) {
    if (alone || !(error instanceof ClientError)) throw error;
    process.stderr.write(`Left out: ${error.message}\n`);
    return [];
  }
}

function keyFiles(path: string): readonly string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const files = readdirSync(path)
    .filter((name) => KEY_NAME.test(name))
    .map((name) => join(path, name))
    // Certificates lie beside keys, and are PEM as well.
    .filter((file) => !file.endsWith('.pem') || /PRIVATE KEY-----/.test(readFileSync(file, 'latin1')));
  if (files.length === 0) throw new CommandError(`There is no private key in the folder ${path}.`);
  return files;
}

/** The keys of one file, with the passphrase that was given, or asked for where one is needed. */
async function opened(path: string, given: string | null): Promise<readonly KeyObject[]> {
  if (requireFile(path, 'the file of a private key') > KEY_FILE_MOST)
    throw unusable(path, 'is too large for a private key');
  const bytes = await naming(path, readFile(path));
  const first = tryKeys(path, bytes, given ?? '');
  if (first !== 'passphrase') return first;
  if (given !== null) throw unusable(path, 'is not opened by this passphrase');
  if (!process.stdin.isTTY)
    throw unusable(path, 'has a passphrase: name the file that holds it with --passphrase-file');
  const prompt = openPrompt();
  try {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const keys = tryKeys(path, bytes, await prompt.askSecret(`Passphrase of ${path}`));
      if (keys !== 'passphrase') return keys;
      process.stderr.write('That is not the passphrase.\n');
    }
  } finally {
    prompt.close();
  }
  throw unusable(path, 'was not opened');
}

/** 'passphrase' where there is none or the wrong one; throws where the file holds no key at all. */
function tryKeys(path: string, bytes: Buffer, passphrase: string): readonly KeyObject[] | 'passphrase' {
  if (isPkcs12(bytes)) {
    const found = keysOfPkcs12(bytes, passphrase);
    if (found === 'none')
      throw unusable(
        path,
        `holds certificates alone, or its key in a part that only "openssl pkcs12 -in ${path} -nocerts -out key.pem" opens`,
      );
    return found === 'damaged' ? fail(path, bytes) : found;
  }
  const keys: KeyObject[] = [];
  for (const held of heldKeys(bytes)) {
    const key = keyOf(held, passphrase);
    if (key === 'passphrase') return key;
    if (key !== null) keys.push(key);
  }
  if (keys.length === 0) return fail(path, bytes);
  const other = keys.find(({ asymmetricKeyType }) => asymmetricKeyType !== 'rsa');
  if (other)
    throw unusable(path, `holds a key for ${other.asymmetricKeyType ?? 'something else'}, not for RSA`);
  return keys;
}

function heldKeys(bytes: Buffer): readonly HeldKey[] {
  const blocks = bytes.toString('latin1').match(PEM_KEY);
  if (blocks) return blocks.map((block) => ({ bytes: Buffer.from(block, 'latin1'), form: 'pem' }));
  return [
    { bytes, form: 'pkcs8' },
    { bytes, form: 'pkcs1' },
  ];
}

function keyOf({ bytes, form }: HeldKey, passphrase: string): KeyObject | 'passphrase' | null {
  try {
    const how = form === 'pem' ? { format: 'pem' as const } : { format: 'der' as const, type: form };
    return createPrivateKey({ key: bytes, ...how, passphrase });
  } catch (error) {
    const told =
      error instanceof Error ? `${error.message} ${'code' in error ? String(error.code) : ''}` : '';
    const encrypted = /ENCRYPTED|Proc-Type/.test(bytes.toString('latin1'));
    return encrypted || /passphrase|bad decrypt|BAD_DECRYPT|interrupted or cancelled/i.test(told)
      ? 'passphrase'
      : null;
  }
}

function fail(path: string, bytes: Buffer): never {
  const text = bytes.toString('latin1');
  if (text.includes('OPENSSH PRIVATE KEY'))
    throw unusable(path, 'is a key of OpenSSH: make a PEM key of a copy with "ssh-keygen -p -m PEM -f FILE"');
  if (text.includes('PUBLIC KEY')) throw unusable(path, 'holds a public key: the private one is needed');
  if (text.includes('BEGIN CERTIFICATE'))
    throw unusable(path, 'holds a certificate: the private key that belongs to it is needed');
  if (/^content-type:|^mime-version:/i.test(text)) throw unusable(path, 'is a sealed file, not a key');
  throw unusable(path, 'holds no private key that can be read (PEM, DER or PKCS #12)');
}

const unusable = (path: string, what: string): ClientError =>
  new ClientError('wrong-key', `${path} ${what}.`);

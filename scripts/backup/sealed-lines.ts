import { randomBytes } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { openSealedFile } from '../../src/client/open/open-sealed-file.ts';
import { readCertificateFile } from '../../src/encoding/certificate-file.ts';
import { encryptContentKey } from '../../src/encoding/cms/encrypt-key.ts';
import { beginSeal } from '../../src/encoding/seal.ts';
import { checkCertificate } from '../../src/model/certificate.ts';
import { CommandError } from '../cli/command.ts';

/** The certificate of a file that something can be sealed for, as DER; throws a `CommandError` where it is none. */
export function readRecipient(file: string): Uint8Array {
  const found = readCertificateFile(readFileSync(file));
  if (typeof found === 'string')
    throw new CommandError(`${file} holds no certificate that a backup can be sealed for (${found}).`);
  const checked = checkCertificate(found, Date.now());
  if (!checked.ok) throw new CommandError(`A backup cannot be sealed for ${file} (${checked.failure.code}).`);
  return found.der;
}

/** Lines as the bytes of one sealed file, which `openssl smime -decrypt` opens. A line is in memory at a time. */
export async function* sealLines(
  lines: AsyncIterable<string>,
  certificateDer: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const contentKey = randomBytes(32);
  const encryptedKey = encryptContentKey(certificateDer, contentKey);
  const { sealer, head } = beginSeal({
    recipients: [{ certificateDer, encryptedKey }],
    contentKey,
    iv: randomBytes(16),
  });
  yield head;
  // What an update answers is good until the next one alone.
  for await (const line of lines) yield Uint8Array.from(await sealer.update(Buffer.from(`${line}\n`)));
  yield Uint8Array.from(await sealer.final());
}

/** The lines of a sealed file. */
export async function* openLines(file: string, keyFile: string): AsyncGenerator<string> {
  const sealed = createReadStream(file);
  try {
    yield* linesOf(openSealedFile(sealed, readFileSync(keyFile, 'utf8')));
  } finally {
    sealed.destroy();
  }
}

const LF = 0x0a;

/** Lines end at LF alone: U+2028, at which Node's own reader of lines ends one too, stands in texts of records and names. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let open: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      yield Buffer.concat([...open, chunk.subarray(from, end)]).toString();
      [open, from] = [[], end + 1];
    }
    // A copy: what is opened next may come in the same memory.
    if (from < chunk.length) open.push(Buffer.from(chunk.subarray(from)));
  }
  if (open.length > 0) yield Buffer.concat(open).toString();
}

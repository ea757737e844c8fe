import { Buffer } from 'node:buffer';
import { encryptContentKey } from '../../src/encoding/cms/encrypt-key.ts';
import type { Envelope } from '../../src/encoding/cms/enveloped-data.ts';
import { beginSeal, Sealer } from '../../src/encoding/seal.ts';

export interface SealOptions extends Envelope {
  readonly contentKey: Uint8Array;
}

/** A key of fixed bytes, wrapped once for each: two seals with the same options have to be equal byte for byte. */
export function sealOptions(...certificates: readonly Uint8Array[]): SealOptions {
  const contentKey = Uint8Array.from({ length: 32 }, (_, index) => index * 7 + 1);
  const iv = Uint8Array.from({ length: 16 }, (_, index) => 200 - index);
  const recipients = certificates.map((certificateDer) => ({
    certificateDer,
    encryptedKey: encryptContentKey(certificateDer, contentKey),
  }));
  return { recipients, contentKey, iv };
}

/** Seals `plain` in updates of the given lengths (then the rest); where `suspendAfter` says so, through a JSON checkpoint. */
export async function sealAll(
  options: SealOptions,
  plain: Uint8Array,
  lengths: readonly number[] = [],
  suspendAfter: (update: number) => boolean = () => false,
): Promise<Uint8Array> {
  let { sealer, head } = beginSeal(options);
  const sealed = [head];
  let from = 0;
  for (const [index, length] of [...lengths, plain.length].entries()) {
    sealed.push((await sealer.update(plain.subarray(from, from + length))).slice());
    from = Math.min(from + length, plain.length);
    if (!suspendAfter(index)) continue;
    const rest = sealer.suspend();
    sealed.push(rest.sealed);
    sealer = Sealer.resume(JSON.parse(JSON.stringify(rest.state)), structuredClone(rest.secret));
  }
  sealed.push(await sealer.final());
  return Buffer.concat(sealed);
}

/** Pieces of the lengths given, repeated to the end of `bytes`. */
export async function* inPieces(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let from = 0, turn = 0; from < bytes.length; turn++) {
    const length = Math.max(1, lengths[turn % lengths.length] ?? bytes.length);
    yield bytes.subarray(from, from + length);
    from += length;
  }
}

/** Everything that a stream yields, as one buffer. */
export async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Bytes that do not repeat, the same in every run. */
export function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let word = 7;
  for (let at = 0; at < length; at++) {
    word = (Math.imul(word, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = word >>> 16;
  }
  return bytes;
}

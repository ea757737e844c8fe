import { Buffer } from 'node:buffer';
import { Base64Lines } from './base64-lines.ts';
import { octetStringHeader } from './cms/ber.ts';
import { ENVELOPED_DATA_TAIL, envelopedDataHead } from './cms/enveloped-data.ts';
import type { Envelope } from './cms/enveloped-data.ts';
import type { SealSecret, SealState } from './cms/seal-state.ts';
import { freeBytes } from './free-bytes.ts';
import { SMIME_HEADERS } from './smime.ts';

export type { SealSecret, SealState } from './cms/seal-state.ts';

const KEY_BYTES = 32;
const BLOCK = 16;
/** Ciphertext of one OCTET STRING: what a sealer holds back between two calls. */
const CHUNK = 16 * 1024;
const CHUNK_HEADER = octetStringHeader(CHUNK);
const EMPTY = new Uint8Array();

/** Workers and Node have different types of the same keys. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/**
 * Begins a sealed file: an S/MIME message with a CMS EnvelopedData. `head` are its first bytes. `contentKey` (32 bytes) and `iv` (16
 * bytes) are random and used for this one file; each recipient's `encryptedKey` is what `encryptContentKey` made of the key.
 */
export function beginSeal(options: Envelope & { readonly contentKey: Uint8Array }): {
  readonly sealer: Sealer;
  readonly head: Uint8Array;
} {
  const lines = new Base64Lines();
  const envelope = envelopedDataHead(options);
  const head = new Uint8Array(SMIME_HEADERS.length + lines.sizeOf(envelope.length));
  new TextEncoder().encodeInto(SMIME_HEADERS, head);
  lines.write(envelope, head, SMIME_HEADERS.length);
  const secret = { contentKey: options.contentKey, plain: EMPTY };
  const state = { chain: Buffer.from(options.iv).toString('hex'), base64: lines.state };
  return { sealer: Sealer.resume(state, secret), head };
}

/**
 * Turns plain bytes into the bytes of a sealed file: AES-256-CBC, OCTET STRINGs of 16 KiB, base64 lines. What comes out does not
 * depend on how the input is cut into updates; a call has ended before the next one begins, and its input stays as it is until then.
 * Memory: 16 KiB, the base64 of the largest input so far, and in a call the ciphertext of its input.
 */
export class Sealer {
  readonly #contentKey: Uint8Array;
  #key: Key | null = null;
  readonly #lines: Base64Lines;
  readonly #chunk = new Uint8Array(CHUNK);
  #chunkBytes = 0;
  /** The plain bytes of an unfinished block. */
  readonly #block = new Uint8Array(BLOCK);
  #blockBytes: number;
  /** The last block of ciphertext: what the next one is chained to. */
  #chain: Uint8Array<ArrayBuffer>;
  /** What the last call answered, used again by the next: fresh buffers for every call would pile up as garbage. */
  #output = EMPTY;
  #ended = false;

  private constructor(state: SealState, secret: SealSecret) {
    this.#contentKey = secret.contentKey;
    this.#chain = Uint8Array.from(Buffer.from(state.chain, 'hex'));
    if (
      this.#contentKey.length !== KEY_BYTES ||
      this.#chain.length !== BLOCK ||
      secret.plain.length >= BLOCK
    ) {
      throw new RangeError('A seal needs a key of 32 bytes, a chain of 16 and fewer than 16 plain bytes.');
    }
    this.#lines = new Base64Lines(state.base64);
    this.#block.set(secret.plain);
    this.#blockBytes = secret.plain.length;
  }

  /** Goes on where `suspend` stopped, in whichever invocation. Throws on a state or secret of the wrong size. */
  static resume(state: SealState, secret: SealSecret): Sealer {
    return new Sealer(state, secret);
  }

  /** Sealed bytes of as many whole chunks as there are now, valid until the next call; the rest is held back. */
  async update(plain: Uint8Array): Promise<Uint8Array> {
    this.#refuseEnded();
    return this.#emit(await this.#encrypt(plain), EMPTY);
  }

  /** Ends the chunk early and gives everything away. This sealer is over; `resume` makes the next one. */
  suspend(): { readonly sealed: Uint8Array; readonly state: SealState; readonly secret: SealSecret } {
    this.#refuseEnded();
    this.#ended = true;
    const sealed = this.#emit([], this.#takeChunk());
    const state = { chain: Buffer.from(this.#chain).toString('hex'), base64: this.#lines.state };
    const plain = this.#block.slice(0, this.#blockBytes);
    return { sealed, state, secret: { contentKey: this.#contentKey, plain } };
  }

  /** Pads the last block (RFC 5652, 6.3) and ends the file. */
  async final(): Promise<Uint8Array> {
    this.#refuseEnded();
    const missing = BLOCK - this.#blockBytes;
    const chunks = await this.update(new Uint8Array(missing).fill(missing));
    this.#ended = true;
    const end = Buffer.concat([this.#takeChunk(), ENVELOPED_DATA_TAIL]);
    const sealed = new Uint8Array(chunks.length + this.#lines.sizeOf(end.length) + 6);
    sealed.set(chunks);
    return sealed.subarray(0, this.#lines.end(sealed, this.#lines.write(end, sealed, chunks.length)));
  }

  /** Whole cipher blocks: the one that was open, then the rest of the input, which is not copied. */
  async #encrypt(plain: Uint8Array): Promise<readonly Uint8Array[]> {
    const missing = this.#blockBytes === 0 ? 0 : BLOCK - this.#blockBytes;
    if (plain.length < missing || plain.length === 0) {
      this.#block.set(plain, this.#blockBytes);
      this.#blockBytes += plain.length;
      return [];
    }
    const ciphertexts: Uint8Array[] = [];
    if (missing > 0) {
      this.#block.set(plain.subarray(0, missing), this.#blockBytes);
      ciphertexts.push(await this.#encryptBlocks(this.#block));
    }
    const until = plain.length - ((plain.length - missing) % BLOCK);
    if (until > missing) ciphertexts.push(await this.#encryptBlocks(plain.subarray(missing, until)));
    this.#block.set(plain.subarray(until));
    this.#blockBytes = plain.length - until;
    return ciphertexts;
  }

  /**
   * By Web Crypto, which pads: one block more, that is not of the file, and is left off. A cipher of `node:crypto` would pad on demand alone, but in
   * workerd each of its updates leaves twice its length behind as garbage.
   */
  async #encryptBlocks(plain: Uint8Array): Promise<Uint8Array> {
    this.#key ??= await crypto.subtle.importKey('raw', this.#contentKey, 'AES-CBC', false, ['encrypt']);
    const padded = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: this.#chain }, this.#key, plain);
    const ciphertext = new Uint8Array(padded).subarray(0, plain.length);
    this.#chain = ciphertext.slice(-BLOCK);
    return ciphertext;
  }

  /** Base64 of all full chunks that `ciphertexts` complete, then of `last`. */
  #emit(ciphertexts: readonly Uint8Array[], last: Uint8Array): Uint8Array {
    const available = ciphertexts.reduce((sum, { length }) => sum + length, this.#chunkBytes);
    const chunks = Math.floor(available / CHUNK);
    const size = this.#lines.sizeOf(chunks * (CHUNK_HEADER.length + CHUNK) + last.length);
    if (this.#output.length < size) this.#output = new Uint8Array(size);
    const output = this.#output.subarray(0, size);
    let at = 0;
    for (const ciphertext of ciphertexts) {
      at = this.#emitOne(ciphertext, output, at);
      freeBytes(ciphertext);
    }
    this.#lines.write(last, output, at);
    return output;
  }

  #emitOne(ciphertext: Uint8Array, output: Uint8Array, start: number): number {
    let at = start;
    let from = 0;
    while (this.#chunkBytes + ciphertext.length - from >= CHUNK) {
      const rest = CHUNK - this.#chunkBytes;
      at = this.#lines.write(CHUNK_HEADER, output, at);
      at = this.#lines.write(this.#chunk.subarray(0, this.#chunkBytes), output, at);
      at = this.#lines.write(ciphertext.subarray(from, from + rest), output, at);
      from += rest;
      this.#chunkBytes = 0;
    }
    this.#chunk.set(ciphertext.subarray(from), this.#chunkBytes);
    this.#chunkBytes += ciphertext.length - from;
    return at;
  }

  /** The chunk that is not full as an OCTET STRING of its own length; nothing where it is empty. */
  #takeChunk(): Uint8Array {
    if (this.#chunkBytes === 0) return EMPTY;
    const chunk = Buffer.concat([
      octetStringHeader(this.#chunkBytes),
      this.#chunk.subarray(0, this.#chunkBytes),
    ]);
    this.#chunkBytes = 0;
    return chunk;
  }

  #refuseEnded(): void {
    if (this.#ended) throw new Error('This sealer was suspended or has ended.');
  }
}

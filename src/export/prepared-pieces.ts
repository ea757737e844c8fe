import type { WrapKey } from '../config/key-rings.ts';
import { unwrap, wrap } from '../config/wrap.ts';
import { freeBytes } from '../encoding/free-bytes.ts';
import { crcOf, deflatePiece } from '../encoding/zip/deflate.ts';
import type { PieceNumbers } from '../encoding/zip/layout.ts';
import type { PreparedPieces } from '../model/laid-out.ts';
import type { PreparedPlace } from '../model/stored-checkpoint.ts';
import type { RunBucket } from '../platform/bucket.ts';
import type { DeflatedLines } from '../records/source/source.ts';
import { VolumeSpoiled } from './faults.ts';

/**
 * Pieces that a run had to make before its volumes could be laid out: sealed objects in R2, AES-256-GCM under a key of the run, that are deleted
 * when it ends. An object is a list of pieces (the length of each, its plain bytes and their CRC-32), and the pieces one behind the other.
 */
export interface PreparedContext {
  readonly bucket: Pick<RunBucket, 'get' | 'put' | 'delete'>;
  readonly wrapKeys: readonly WrapKey[];
  /** Contact center and run: what the key is bound to. */
  readonly run: string;
  readonly preparedPrefix: string;
}

/** Deflated bytes of an object, one piece more or less: what is held while one is written or read, and once more sealed. */
const OBJECT_BYTES = 4 * 1024 * 1024;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const COUNT_BYTES = 4;
const ENTRY_BYTES = 12;

/** A fresh key, and nothing prepared so far. */
export const nothingPrepared = async (context: PreparedContext): Promise<PreparedPieces> => ({
  secret: await wrap(context.wrapKeys, secretOf(context), crypto.getRandomValues(new Uint8Array(KEY_BYTES))),
  names: [],
});

type Piece = DeflatedLines;

/** Deflates pieces and keeps them, in their order. */
export class PieceKeeper {
  readonly #context: PreparedContext;
  readonly #key: CryptoKey;
  readonly #name: string;
  #object: number;
  #names: PreparedPieces['names'];
  #pieces: Piece[] = [];
  #held = 0;
  readonly #secret: string;
  readonly #put: string[] = [];

  private constructor(
    context: PreparedContext,
    key: CryptoKey,
    from: { readonly name: string; readonly object: number; readonly prepared: PreparedPieces },
  ) {
    [this.#context, this.#key, this.#name] = [context, key, from.name];
    this.#object = from.object;
    this.#names = from.prepared.names;
    this.#secret = from.prepared.secret;
  }

  /** Goes on with the object of a number. `name` is this writer's own. */
  static async from(
    context: PreparedContext,
    from: { readonly name: string; readonly object: number; readonly prepared: PreparedPieces },
  ): Promise<PieceKeeper> {
    return new PieceKeeper(context, await keyOf(context, from.prepared.secret), from);
  }

  /** The place of the next piece. */
  get place(): PreparedPlace {
    return { object: this.#object, piece: this.#pieces.length };
  }

  /** What was prepared, once it is flushed. */
  get prepared(): PreparedPieces {
    return { secret: this.#secret, names: this.#names };
  }

  /** Removes what this keeper has put: nobody goes on from it. What cannot be removed goes with all that the run prepared. */
  async drop(): Promise<void> {
    if (this.#put.length > 0) await this.#context.bucket.delete([...this.#put]).catch(() => undefined);
  }

  /** Answers the numbers of the piece that is kept. */
  async keep(raw: Uint8Array): Promise<PieceNumbers> {
    const deflated = deflatePiece(raw);
    const numbers = { length: deflated.length, bytes: raw.length, crc: crcOf(raw, 0) };
    this.#pieces.push({ ...numbers, deflated });
    this.#held += deflated.length;
    if (this.#held >= OBJECT_BYTES) await this.flush();
    return numbers;
  }

  async flush(): Promise<void> {
    if (this.#pieces.length === 0) return;
    const key = keyOfObject(this.#context, this.#object, this.#name);
    const plain = encode(this.#pieces);
    for (const { deflated } of this.#pieces) freeBytes(deflated);
    const sealed = await seal(this.#key, key, plain);
    freeBytes(plain);
    this.#put.push(key);
    await this.#context.bucket.put(key, sealed);
    freeBytes(sealed);
    if (this.#names.at(-1)?.name !== this.#name)
      this.#names = [...this.#names, { first: this.#object, name: this.#name }];
    this.#object += 1;
    [this.#pieces, this.#held] = [[], 0];
  }
}

/** Hands kept pieces out again, in their order. Holds one object. */
export class KeptPieces {
  readonly #context: PreparedContext;
  readonly #prepared: PreparedPieces;
  #key: CryptoKey | null = null;
  #pieces: readonly Piece[] | null = null;
  /** What they are parts of. */
  #plain: Uint8Array | null = null;
  #place: PreparedPlace;

  constructor(context: PreparedContext, prepared: PreparedPieces, from: PreparedPlace) {
    [this.#context, this.#prepared, this.#place] = [context, prepared, from];
  }

  /** The place of the next piece. */
  get place(): PreparedPlace {
    return this.#place;
  }

  /** The piece that was made of these bytes, which have to be those of its place. */
  async deflate(raw: Uint8Array): Promise<Uint8Array> {
    const piece = await this.#next();
    if (piece.bytes !== raw.length || piece.crc !== crcOf(raw, 0))
      throw new VolumeSpoiled('a record is not the one that was prepared');
    return piece.deflated;
  }

  async #next(): Promise<Piece> {
    this.#pieces ??= await this.#read(this.#place.object);
    const piece = this.#pieces[this.#place.piece];
    if (piece) {
      this.#place = { ...this.#place, piece: this.#place.piece + 1 };
      return piece;
    }
    this.#pieces = null;
    if (this.#plain) freeBytes(this.#plain);
    this.#place = { object: this.#place.object + 1, piece: 0 };
    return this.#next();
  }

  async #read(object: number): Promise<readonly Piece[]> {
    const name = this.#prepared.names.findLast(({ first }) => first <= object)?.name;
    const key = keyOfObject(this.#context, object, name ?? '');
    const found = await this.#context.bucket.get(key);
    if (!found) throw new VolumeSpoiled('what was prepared is gone');
    this.#key ??= await keyOf(this.#context, this.#prepared.secret);
    const sealed = new Uint8Array(await found.arrayBuffer());
    this.#plain = await open(this.#key, key, sealed);
    freeBytes(sealed);
    return decode(this.#plain);
  }
}

const secretOf = ({ run }: PreparedContext): string => `${run}/prepared`;
const keyOfObject = ({ preparedPrefix }: PreparedContext, object: number, name: string): string =>
  `${preparedPrefix}${object}-${name}`;

async function keyOf(context: PreparedContext, secret: string): Promise<CryptoKey> {
  const key = await unwrap(context.wrapKeys, secretOf(context), secret);
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** An object is bound to the key that it lies under. */
const parameters = (iv: Uint8Array<ArrayBuffer>, object: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(object),
});

async function seal(key: CryptoKey, object: string, plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters(nonce, object), key, plain));
  const whole = new Uint8Array(NONCE_BYTES + sealed.length);
  whole.set(nonce, 0);
  whole.set(sealed, NONCE_BYTES);
  freeBytes(sealed);
  return whole;
}

async function open(key: CryptoKey, object: string, sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const parts = parameters(sealed.slice(0, NONCE_BYTES), object);
  return new Uint8Array(await crypto.subtle.decrypt(parts, key, sealed.subarray(NONCE_BYTES)));
}

/** u32 count, then of each piece u32 length, u32 plain bytes, u32 CRC-32, then the pieces. Little-endian. */
function encode(pieces: readonly Piece[]): Uint8Array<ArrayBuffer> {
  let at = COUNT_BYTES + ENTRY_BYTES * pieces.length;
  const plain = new Uint8Array(at + pieces.reduce((sum, { deflated }) => sum + deflated.length, 0));
  const view = new DataView(plain.buffer);
  view.setUint32(0, pieces.length, true);
  for (const [index, { deflated, length, bytes, crc }] of pieces.entries()) {
    const entry = COUNT_BYTES + ENTRY_BYTES * index;
    view.setUint32(entry, length, true);
    view.setUint32(entry + 4, bytes, true);
    view.setUint32(entry + 8, crc, true);
    plain.set(deflated, at);
    at += length;
  }
  return plain;
}

function decode(plain: Uint8Array): readonly Piece[] {
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const count = view.getUint32(0, true);
  let at = COUNT_BYTES + ENTRY_BYTES * count;
  return Array.from({ length: count }, (_, index) => {
    const entry = COUNT_BYTES + ENTRY_BYTES * index;
    const length = view.getUint32(entry, true);
    const deflated = plain.subarray(at, at + length);
    at += length;
    const [bytes, crc] = [view.getUint32(entry + 4, true), view.getUint32(entry + 8, true)];
    return { deflated, length, bytes, crc };
  });
}

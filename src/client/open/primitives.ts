/**
 * What opening sealed files needs of a runtime beyond bytes. `seam.ts` has it from Node; a build for browsers puts a module of
 * the same export in its place. Whatever a browser can only promise is a promise here.
 */
export interface Primitives {
  /** A private key in PEM, without a passphrase; or what is wrong with it. */
  readPrivateKey(pem: string): Promise<RsaPrivateKey | 'unreadable' | 'not-rsa'>;
  /** AES in CBC mode with padding (RFC 5652, 6.3). The length of the key, 16, 24 or 32 bytes, tells which AES. */
  cbcDecrypter(key: Uint8Array, iv: Uint8Array): CbcDecrypter;
  /** Unpacks one deflate stream (RFC 1951); `onBytes` gets what it unpacks to, as it comes. */
  inflater(onBytes: (bytes: Uint8Array) => void): Inflater;
  /** CRC-32 (APPNOTE 4.4.7) of bytes behind those whose CRC-32 is `before`; 0 at the beginning. */
  crc32(bytes: Uint8Array, before: number): number;
}

export interface RsaPrivateKey {
  /** RSADP (RFC 8017, 5.1.2): the whole block, padding included; null where `encrypted` is not of this key's size. */
  decryptBlock(encrypted: Uint8Array): Promise<Uint8Array | null>;
}

/** Takes ciphertext in chunks of any length. Holds at most one block of 16 bytes. */
export interface CbcDecrypter {
  update(encrypted: Uint8Array): Promise<Uint8Array>;
  /** The last bytes, without the padding; null where there is none, or the ciphertext is not made of whole blocks. */
  final(): Promise<Uint8Array | null>;
}

export interface Inflater {
  /**
   * Takes bytes of the stream; resolves when they are unpacked, to how many were used: fewer than given (none, perhaps)
   * where its last block has ended. Throws a `BrokenDeflate`.
   */
  write(bytes: Uint8Array): Promise<number>;
  /** Lets go of what it holds; may be called at any time. */
  close(): void;
}

/** Thrown by an `Inflater` whose bytes are no deflate stream. */
export class BrokenDeflate extends Error {}

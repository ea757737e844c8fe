import { constants, createDecipheriv, createPrivateKey, privateDecrypt } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
// Not by name: a Node before 20.15 has no `crc32`, and could not even say so.
import * as zlib from 'node:zlib';
import type { InflateRaw } from 'node:zlib';
import { BrokenDeflate } from './primitives.ts';
import type { CbcDecrypter, Inflater, Primitives, RsaPrivateKey } from './primitives.ts';

/** Bytes that are unpacked at a time: a few of these are held in memory. */
const CHUNK = 256 * 1024;

/** The primitives of Node and workerd. The one module of the client that knows their ciphers and zlib. */
export const primitives: Primitives = {
  readPrivateKey,
  cbcDecrypter,
  inflater,
  crc32: (bytes, before) => zlib.crc32(bytes, before),
};

async function readPrivateKey(pem: string): Promise<RsaPrivateKey | 'unreadable' | 'not-rsa'> {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    return 'unreadable';
  }
  if (key.asymmetricKeyType !== 'rsa') return 'not-rsa';
  return {
    async decryptBlock(encrypted) {
      try {
        return privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, encrypted);
      } catch {
        return null;
      }
    },
  };
}

function cbcDecrypter(key: Uint8Array, iv: Uint8Array): CbcDecrypter {
  const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, iv);
  return {
    update: async (encrypted) => decipher.update(encrypted),
    async final() {
      try {
        return decipher.final();
      } catch {
        return null;
      }
    },
  };
}

function inflater(onBytes: (bytes: Uint8Array) => void): Inflater {
  const inflate = zlib.createInflateRaw({ chunkSize: CHUNK });
  inflate.on('data', onBytes);
  return {
    async write(bytes) {
      const before = inflate.bytesWritten;
      await written(inflate, bytes);
      return inflate.bytesWritten - before;
    },
    close: () => inflate.destroy(),
  };
}

/** Resolves when `bytes` are used up, or, at the last block, when everything before it was unpacked. */
const written = (inflate: InflateRaw, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = (error?: Error | null) => {
      inflate.off('error', settle);
      inflate.off('end', settle);
      if (error) reject(isZlibError(error) ? new BrokenDeflate(error.message) : error);
      else resolve();
    };
    inflate.once('error', settle);
    inflate.once('end', settle);
    inflate.write(bytes, settle);
  });

/** zlib tells of bad data by codes that begin so (zlib.h: Z_DATA_ERROR, Z_BUF_ERROR). */
const isZlibError = (error: Error): boolean => 'code' in error && String(error.code).startsWith('Z_');

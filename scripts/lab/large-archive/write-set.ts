import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { encryptContentKey } from '../../../src/encoding/cms/encrypt-key.ts';
import { beginSeal } from '../../../src/encoding/seal.ts';
import type { Sealer } from '../../../src/encoding/seal.ts';
import { NEXT_VOLUME, startArchive, ZipArchive } from '../../../src/encoding/zip/archive.ts';
import type { ZipOutput } from '../../../src/encoding/zip/archive.ts';
import { crcOf } from '../../../src/encoding/zip/deflate.ts';
import { volumeName } from '../../../src/model/views.ts';

/** A piece of an entry before and after compression. */
export interface DeflatedPiece {
  readonly raw: Uint8Array;
  readonly deflated: Uint8Array;
}

/** An entry whose bytes come piece by piece; `plannedBytes` as the archive is told when the entry begins. */
export interface LargeEntry {
  readonly name: string;
  readonly plannedBytes: number;
  pieces(): Iterable<DeflatedPiece>;
}

interface OpenVolume {
  readonly plain: number;
  readonly sealed: number;
  readonly sealer: Sealer;
}

/** Writes volumes twice, plain and sealed, beside each other. Holds no more than a piece of each. */
export class SetOnDisk {
  readonly #folder: string;
  readonly #uuid: string;
  readonly #certificateDer: Uint8Array;
  readonly #zip: ZipArchive;
  #number = 0;
  #open: OpenVolume | null = null;

  constructor(options: { folder: string; uuid: string; certificateDer: Uint8Array; splitBytes: number }) {
    this.#folder = options.folder;
    this.#uuid = options.uuid;
    this.#certificateDer = options.certificateDer;
    this.#zip = new ZipArchive(
      startArchive({ splitBytes: options.splitBytes, modified: Date.UTC(2026, 0, 1) }),
    );
  }

  get state() {
    return this.#zip.state;
  }

  /** Names of the volumes written so far. */
  get volumes(): number {
    return this.#number;
  }

  async writeEntry(entry: LargeEntry, onBytes: (bytes: number) => void): Promise<void> {
    await this.#take(this.#zip.openEntry(entry.name, entry.plannedBytes));
    let crc = 0;
    for (const { raw, deflated } of entry.pieces()) {
      crc = crcOf(raw, crc);
      await this.#take(this.#zip.writeDeflated(deflated, { bytes: raw.length, crc }));
      onBytes(deflated.length);
    }
    await this.#take(this.#zip.closeEntry());
  }

  async finish(): Promise<void> {
    await this.#take(this.#zip.finish());
    await this.#close(true);
  }

  async #take(pieces: Iterable<ZipOutput>): Promise<void> {
    for (const piece of pieces) {
      if (piece === NEXT_VOLUME) {
        await this.#close(false);
      } else {
        this.#open ??= this.#begin();
        writeAll(this.#open.plain, piece);
        writeAll(this.#open.sealed, await this.#open.sealer.update(piece));
      }
    }
  }

  #begin(): OpenVolume {
    this.#number += 1;
    const certificateDer = this.#certificateDer;
    const contentKey = randomBytes(32);
    const encryptedKey = encryptContentKey(certificateDer, contentKey);
    const { sealer, head } = beginSeal({
      recipients: [{ certificateDer, encryptedKey }],
      contentKey,
      iv: randomBytes(16),
    });
    const plain = openSync(join(this.#folder, 'open'), 'w');
    const sealed = openSync(join(this.#folder, 'open.smime'), 'w');
    writeAll(sealed, head);
    return { plain, sealed, sealer };
  }

  async #close(last: boolean): Promise<void> {
    if (!this.#open) return;
    writeAll(this.#open.sealed, await this.#open.sealer.final());
    closeSync(this.#open.plain);
    closeSync(this.#open.sealed);
    this.#open = null;
    const name = volumeName(this.#uuid, this.#number, last);
    for (const end of ['', '.smime'])
      renameSync(join(this.#folder, `open${end}`), join(this.#folder, `${name}${end}`));
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

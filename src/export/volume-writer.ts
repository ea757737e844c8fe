import type { WrapKey } from '../config/key-rings.ts';
import { encryptContentKey } from '../encoding/cms/encrypt-key.ts';
import { beginSeal, Sealer } from '../encoding/seal.ts';
import { MAX_PART_ATTEMPTS, PART_BYTES } from '../model/part-numbers.ts';
import type { OpenedVolume, SealedVolume } from '../model/protocol.ts';
import type { RunBucket } from '../platform/bucket.ts';
import type { OpenVolumeState } from '../model/stored-checkpoint.ts';
import { VolumeSpoiled } from './faults.ts';
import { PartUploads } from './part-uploads.ts';
import { unwrap, wrap } from '../config/wrap.ts';

/** What a volume is written with: the bucket, the keys, and who is told that an upload was begun. */
export interface VolumeContext {
  readonly bucket: RunBucket;
  readonly wrapKeys: readonly WrapKey[];
  /** Contact center and run: what wrapped secrets are bound to. */
  readonly run: string;
  readonly artifactPrefix: string;
  readonly tailPrefix: string;
  /** DER of every recipient's certificate. */
  readonly certificates: readonly Uint8Array[];
  readonly generation: number;
  readonly opened: (volume: OpenedVolume) => Promise<void>;
}

const KEY_BYTES = 32;
const IV_BYTES = 16;

/** Seals one volume of the archive and uploads it. Plain bytes go in; nothing but sealed bytes reaches R2. */
export class VolumeWriter {
  readonly #context: VolumeContext;
  readonly #volume: Pick<OpenVolumeState, 'volume' | 'key' | 'uploadId' | 'generation'>;
  readonly #sealer: Sealer;
  readonly #uploads: PartUploads;

  private constructor(
    context: VolumeContext,
    volume: Pick<OpenVolumeState, 'volume' | 'key' | 'uploadId' | 'generation'>,
    sealer: Sealer,
    uploads: PartUploads,
  ) {
    this.#context = context;
    this.#volume = volume;
    this.#sealer = sealer;
    this.#uploads = uploads;
  }

  get number(): number {
    return this.#volume.volume;
  }

  /** Sealed bytes that would have to wait in a tail if the slice ended now. */
  get tailBytes(): number {
    return this.#uploads.size % PART_BYTES;
  }

  /** Begins a volume: a fresh content key, a fresh object key, an upload that the object knows of. */
  static async open(context: VolumeContext, volume: number): Promise<VolumeWriter> {
    const key = `${context.artifactPrefix}${volume}-${crypto.randomUUID()}`;
    const upload = await context.bucket.createMultipartUpload(key, {
      httpMetadata: { contentType: 'application/pkcs7-mime' },
    });
    try {
      await context.opened({ volume, key, uploadId: upload.uploadId });
    } catch (error) {
      // Nobody else knows of this upload, and R2 cannot list it: it goes now, or by the bucket's lifecycle rule.
      await upload.abort().catch(() => undefined);
      throw error;
    }
    const contentKey = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
    const { sealer, head } = beginSeal({
      recipients: context.certificates.map((certificateDer) => ({
        certificateDer,
        encryptedKey: encryptContentKey(certificateDer, contentKey),
      })),
      contentKey,
      iv: crypto.getRandomValues(new Uint8Array(IV_BYTES)),
    });
    const { generation } = context;
    const uploads = new PartUploads(upload, [], 1);
    const writer = new VolumeWriter(
      context,
      { volume, key, uploadId: upload.uploadId, generation },
      sealer,
      uploads,
    );
    await uploads.write(head);
    return writer;
  }

  /** Goes on with the volume of a checkpoint. */
  static async resume(context: VolumeContext, state: OpenVolumeState): Promise<VolumeWriter> {
    const secret = await unwrap(context.wrapKeys, secretContext(context, state.volume), state.secret);
    const sealer = Sealer.resume(state.seal, {
      contentKey: secret.subarray(0, KEY_BYTES),
      plain: secret.subarray(KEY_BYTES),
    });
    const upload = context.bucket.resumeMultipartUpload(state.key, state.uploadId);
    const attempt = context.generation - state.generation + 1;
    if (attempt > MAX_PART_ATTEMPTS) throw new VolumeSpoiled('a volume was begun again too often');
    const uploads = new PartUploads(upload, state.parts, attempt);
    if (state.tail !== null) {
      const tail = await context.bucket.get(state.tail);
      if (!tail) throw new Error('the tail of the last slice is gone');
      for await (const chunk of tail.body) await uploads.write(chunk);
    }
    return new VolumeWriter(context, state, sealer, uploads);
  }

  async write(plain: Uint8Array): Promise<void> {
    await this.#uploads.write(await this.#sealer.update(plain));
  }

  /** Stops in the middle: what the next slice needs, and the sealed bytes of the unfinished part put into R2. */
  async suspend(tailName: string): Promise<OpenVolumeState> {
    const { sealed, state: seal, secret } = this.#sealer.suspend();
    await this.#uploads.write(sealed);
    const { parts, tail } = await this.#uploads.suspend();
    const key = tail.length > 0 ? `${this.#context.tailPrefix}${tailName}` : null;
    if (key !== null) await this.#context.bucket.put(key, tail);
    await this.#uploads.release();
    const plain = new Uint8Array(KEY_BYTES + secret.plain.length);
    plain.set(secret.contentKey, 0);
    plain.set(secret.plain, KEY_BYTES);
    const context = secretContext(this.#context, this.number);
    return {
      ...this.#volume,
      parts,
      seal,
      secret: await wrap(this.#context.wrapKeys, context, plain),
      tail: key,
    };
  }

  /** Writes the volume's end. Its upload holds every byte then, and waits to be completed. */
  async close(name: string): Promise<SealedVolume> {
    await this.#uploads.write(await this.#sealer.final());
    const { parts, size } = await this.#uploads.close();
    await this.#uploads.release();
    const { volume, key, uploadId } = this.#volume;
    return { volume, key, uploadId, name: `${name}.smime`, size, parts };
  }

  /** Gives up after a fault: nothing of this writer is under way any more when it answers. */
  async abandon(): Promise<void> {
    await this.#uploads.release();
  }
}

const secretContext = (context: VolumeContext, volume: number): string => `${context.run}/${volume}`;

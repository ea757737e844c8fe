import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import type { Secret } from '../../config/secret.ts';
import type { CopiedPart } from '../../model/delivery.ts';
import type { Destination } from '../../model/destination.ts';
import { OutsideAway, type OutsideCall } from '../../platform/outside-fetch.ts';
import { BucketFault, faultOfAnswer } from './fault.ts';

/** A part of 8 MiB at 170 KB/s; answers without a body come sooner or not at all. */
const PATIENCE_MS = 50_000;
/** Tries of one call that met a fault which passes, the last begun so long after the first: a lease outlasts them (model/delivery.ts). */
const TRIES = 3;
const TRIES_MS = 30_000;
/** The first pause between two of them; the next one is twice as long. */
const FIRST_PAUSE_MS = 200;
/** The header of the customer's object that has the SHA-256 of its file, as the service's own list of files shows it. */
const OWN_SHA256 = 'x-amz-meta-sha256';

/** An object of the bucket as it answers HEAD. */
export interface SeenObject {
  readonly size: number;
  readonly etag: string;
  /** As it was written with it; "" where that is not shown. */
  readonly sha256: string;
}

/** What a bucket is spoken to with. */
interface Speaking {
  readonly destination: Omit<Destination, 'secret' | 'id' | 'prefix'>;
  readonly secret: Secret<string>;
  readonly ask: OutsideCall;
}

interface Call {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
}

/**
 * A bucket of the customer's, spoken to as S3's REST API has it: by path, signed by Signature Version 4 with the SHA-256 of each body,
 * so that whoever receives it refuses what was changed on the way. Throws `BucketFault` or `OutsideAway`.
 */
export class CustomerBucket {
  readonly #with: Speaking;

  constructor(speaking: Speaking) {
    this.#with = speaking;
  }

  /** Writes a whole object of one part; answers as of a part. */
  async put(key: string, body: Uint8Array<ArrayBuffer>, sha256: string): Promise<CopiedPart> {
    const headers = { ...checksums(body), [OWN_SHA256]: sha256, 'Content-Type': 'application/pkcs7-mime' };
    return partOf(await this.#call({ method: 'PUT', key, headers, body }), body);
  }

  /** Begins an upload; answers its id. */
  async create(key: string, sha256: string): Promise<string> {
    const headers = { [OWN_SHA256]: sha256, 'Content-Type': 'application/pkcs7-mime' };
    const answer = await this.#call({ method: 'POST', key, query: { uploads: '' }, headers });
    const id = element(await answer.text(), 'UploadId');
    if (id === '') throw new BucketFault('delivery-refused', 'an upload without an id');
    return id;
  }

  async uploadPart(
    key: string,
    upload: { readonly uploadId: string; readonly part: number },
    body: Uint8Array<ArrayBuffer>,
  ): Promise<CopiedPart> {
    const query = { partNumber: String(upload.part), uploadId: upload.uploadId };
    return partOf(await this.#call({ method: 'PUT', key, query, headers: checksums(body), body }), body);
  }

  /** Makes the parts an object; answers its ETag. */
  async complete(key: string, uploadId: string, parts: readonly CopiedPart[]): Promise<string> {
    const items = parts.map(
      ({ etag }, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${escaped(etag)}</ETag></Part>`,
    );
    const xml = `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${items.join('')}</CompleteMultipartUpload>`;
    const body = Uint8Array.from(Buffer.from(xml));
    const headers = { 'Content-Type': 'application/xml' };
    const answer = await this.#call({ method: 'POST', key, query: { uploadId }, headers, body });
    const text = await answer.text();
    // A 200 may have been sent before it was known how it ends.
    if (text.includes('<Error')) throw faultOfAnswer(500, wordIn(text));
    return plainEtag(element(text, 'ETag'));
  }

  /** Ends an upload; one that is no more is ended, too. */
  async abort(key: string, uploadId: string): Promise<void> {
    await this.#call({ method: 'DELETE', key, query: { uploadId } }, [404]);
  }

  /** Ids of the uploads of this very object that are open. */
  async uploads(key: string): Promise<readonly string[]> {
    const answer = await this.#call({ method: 'GET', key: '', query: { prefix: key, uploads: '' } });
    const items = (await answer.text()).split('<Upload>').slice(1);
    return items
      .filter((item) => element(item, 'Key') === key)
      .map((item) => element(item, 'UploadId'))
      .filter(Boolean);
  }

  /** The object as it is; null where there is none. */
  async head(key: string): Promise<SeenObject | null> {
    const { status, headers } = await this.#call({ method: 'HEAD', key }, [404]);
    if (status === 404) return null;
    return {
      size: Number(headers.get('Content-Length') ?? Number.NaN),
      etag: plainEtag(headers.get('ETag') ?? ''),
      sha256: headers.get(OWN_SHA256) ?? '',
    };
  }

  async remove(key: string): Promise<void> {
    await this.#call({ method: 'DELETE', key }, [404]);
  }

  /** The answer to a call, where it succeeded or is one of `taken`. What passes by itself is asked again, a few times. */
  async #call(call: Call, taken: readonly number[] = []): Promise<Response> {
    const begun = Date.now();
    for (let tried = 1; ; tried += 1) {
      const last = tried >= TRIES || Date.now() - begun > TRIES_MS;
      const answer = await this.#once(call, last);
      if (answer?.ok || (answer && taken.includes(answer.status))) return answer;
      if (answer && (last || !passes(answer.status))) throw await refusalOf(answer);
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** (tried - 1)));
    }
  }

  /** One try; null where nobody answered and it is tried again. */
  async #once(
    { method, key, query = {}, headers = {}, body }: Call,
    last: boolean,
  ): Promise<Response | null> {
    const { destination, secret, ask } = this.#with;
    const { endpoint, bucket, region, accessKeyId } = destination;
    const url = new URL(`${endpoint}/${bucket}${key === '' ? '' : `/${key}`}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const signer = new AwsV4Signer({
      method,
      url: url.href,
      headers: { 'X-Amz-Content-Sha256': hashOf('sha256', body ?? NOTHING).hex, ...headers },
      ...(body ? { body } : {}),
      service: 's3',
      region,
      accessKeyId,
      secretAccessKey: secret.reveal(),
    });
    const signed = await signer.sign();
    const init = { method, headers: signed.headers, ...(body ? { body } : {}) };
    try {
      return await ask(signed.url, init, PATIENCE_MS);
    } catch (error) {
      if (!(error instanceof OutsideAway) || error.reason !== 'silent' || last) throw error;
      return null;
    }
  }
}

const NOTHING = new Uint8Array();

/** What a store never had (501) it will not have at the next try. */
const passes = (status: number): boolean =>
  (status >= 500 && status !== 501) || status === 429 || status === 408;

function hashOf(
  algorithm: 'sha256' | 'md5',
  body: Uint8Array,
): { readonly hex: string; readonly base64: string } {
  const digest = createHash(algorithm).update(body).digest();
  return { hex: digest.toString('hex'), base64: digest.toString('base64') };
}

/** Each body goes with its MD5, too: stores that keep one by ETag refuse another one. */
const checksums = (body: Uint8Array) => ({ 'Content-MD5': hashOf('md5', body).base64 });

function partOf(answer: Response, body: Uint8Array): CopiedPart {
  return { etag: plainEtag(answer.headers.get('ETag') ?? ''), md5: hashOf('md5', body).hex };
}

async function refusalOf(answer: Response): Promise<BucketFault> {
  return faultOfAnswer(answer.status, wordIn(await answer.text()));
}

/** The word for an error in a body of S3; nothing else of it is kept. */
const wordIn = (xml: string): string => /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(xml)?.[1] ?? '';

/** The text of the first element of a name. */
const element = (xml: string, name: string): string =>
  unescaped(new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '');

/** An ETag without its quotes: stores write them, or entities, or leave them out. */
const plainEtag = (text: string): string => text.replace(/^W\//, '').replaceAll('"', '');

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};
const unescaped = (text: string): string =>
  text.replaceAll(/&[#a-z0-9]+;/g, (name) => ENTITIES[name] ?? name);
const escaped = (text: string): string =>
  `"${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`;

/** The ETag that a store which makes them of MD5s gives to an object of these parts; null where the parts' own are no MD5s. */
export function etagOfParts(parts: readonly CopiedPart[]): string | null {
  if (parts.some(({ etag, md5 }) => etag !== md5)) return null;
  const digests = Buffer.concat(parts.map(({ md5 }) => Buffer.from(md5, 'hex')));
  return `${hashOf('md5', digests).hex}-${parts.length}`;
}

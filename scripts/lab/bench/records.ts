import { DEFAULT_PERIOD } from '../../generate/history.ts';
import { interactionRecord, shapeOf } from '../../generate/interactions.ts';

/** Chats alone: one entity type makes one entry of the archive, which the rival's single file can be compared with. */
export const BENCH_ENTITY = { code: 2, share: 0.2 } as const;
const SEED = 7;
/** Of two media the one that a run takes, and the other. */
export const WANTED_MEDIUM = 'chat';
const OTHER_MEDIUM = 'webchat';
const CHUNK_CHARACTERS = 64 * 1024;
const DOCUMENT_CHARACTERS = 600;

/** `twoMedia`: every second record has another medium. */
export interface BenchOptions {
  readonly twoMedia?: boolean;
}

/**
 * The texts of `count` generated chats of 1.3 KB on average, in the order of an export (date, id). The same count gives the
 * same texts. `zip -6` leaves 0.298 of them, and 0.289 of the real contact history that they stand for.
 */
export function* benchLines(count: number, { twoMedia = false }: BenchOptions = {}): Generator<string> {
  const interactions = Math.ceil(count / BENCH_ENTITY.share);
  const options = { ...DEFAULT_PERIOD, seed: SEED, interactions };
  const contacts = Math.max(1, Math.ceil(count / 4));
  let made = 0;
  // A few numbers more than the share needs may be drawn: their dates go on after the period's end.
  for (let n = 0; made < count; n += 1) {
    if (shapeOf(SEED, n).code !== BENCH_ENTITY.code) continue;
    made += 1;
    const record = interactionRecord(options, n, contacts);
    const medium = made % 2 === 0 ? WANTED_MEDIUM : OTHER_MEDIUM;
    yield JSON.stringify(twoMedia ? { ...record, MEDIATYPEID: medium } : record);
  }
}

/** The same as JSON Lines in UTF-8, in chunks of about 64 KB. */
export const benchBytes = (count: number, options: BenchOptions = {}): Generator<Uint8Array> =>
  chunked(benchLines(count, options));

/** A document of 1 KB for each of them, in their order. */
export function* documentBytes(count: number): Generator<Uint8Array> {
  yield* chunked(documentLines(count));
}

function* documentLines(count: number): Generator<string> {
  for (const line of benchLines(count)) {
    const { IXNID: ID, ENTITYTYPEID } = JSON.parse(line) as { IXNID: string; ENTITYTYPEID: number }; // as made above
    yield JSON.stringify({
      ID: `D${ID}`,
      DOCUMENTID: `D${ID}`,
      ENTITYID: ID,
      ENTITYTYPEID,
      MIMETYPE: 'text/plain',
      THENAME: `${ID}.txt`,
      CONTENT: Buffer.from(line.slice(0, DOCUMENT_CHARACTERS)).toString('base64'),
    });
  }
}

function* chunked(lines: Iterable<string>): Generator<Uint8Array> {
  let text = '';
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text) yield Buffer.from(text);
}

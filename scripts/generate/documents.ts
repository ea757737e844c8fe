import type { HistoryOptions } from './history.ts';
import { interactionId, shapeOf } from './interactions.ts';
import { paragraphs, properName, sentence } from './prose.ts';
import { idOf, randomOf } from './random.ts';
import type { Random } from './random.ts';

/** Share of e-mails that carry attachments. */
const SHARE = 0.3;

interface Attachment {
  readonly name: string;
  readonly mimeType: string;
  readonly content: Buffer;
}

/** The lines of `documents` of one interaction (guide, "Document schema"): e-mails have none to three, others none. */
export function documentRecords({ seed }: HistoryOptions, n: number): readonly Record<string, unknown>[] {
  const { code } = shapeOf(seed, n);
  const random = randomOf(seed, `documents/${n}`);
  if (code > 1 || random.next() >= SHARE) return [];
  return Array.from({ length: random.integer(1, 3) }, (_, index) => {
    const { name, mimeType, content } = attachment(random);
    const id = idOf(seed, '0003', `document/${n}/${index}`);
    return {
      ID: id,
      DOCUMENTID: id,
      ENTITYID: interactionId(seed, n),
      ENTITYTYPEID: code,
      MIMETYPE: mimeType,
      THENAME: name,
      DESCRIPTION: random.next() < 0.5 ? '' : sentence(random),
      THESIZE: content.length,
      CONTENT: content.toString('base64'),
    };
  });
}

/** Text and pages mostly, sometimes a picture, whose bytes nothing compresses. */
function attachment(random: Random): Attachment {
  const name = properName(random).toLowerCase();
  const draw = random.next();
  if (draw < 0.5) {
    return {
      name: `${name}.txt`,
      mimeType: 'text/plain',
      content: Buffer.from(paragraphs(random, random.integer(200, 4_000))),
    };
  }
  if (draw < 0.85) {
    const texts = paragraphs(random, random.integer(300, 5_000)).split('\n\n');
    const page = `<!doctype html>\n<html><body>\n${texts.map((text) => `<p>${text}</p>`).join('\n')}\n</body></html>\n`;
    return { name: `${name}.html`, mimeType: 'text/html', content: Buffer.from(page) };
  }
  const bytes = Uint8Array.from({ length: random.integer(500, 6_000) }, () => random.integer(0, 255));
  return { name: `${name}.jpg`, mimeType: 'image/jpeg', content: Buffer.from(bytes) };
}

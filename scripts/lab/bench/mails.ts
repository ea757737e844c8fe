import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { PROJECT } from '../../dev/wrangler.ts';

/** Real records that lie beside the project on some machines; they are used where they are. */
export const SHARED_INTERACTIONS = join(PROJECT, '../shared/contact-history/interactions.jsonl.gz');

/** E-mails that came in: one entity type makes one entry of the archive. */
const EMAIL_IN = 0;
const RECORDS = 16_000;
const DAY_MS = 86_400_000;

const mail = z.looseObject({ IXNID: z.string(), STARTDATE: z.string(), ENTITYTYPEID: z.number() });

/**
 * Real e-mails as JSON Lines in the order of an export, `count` of them: copies with other ids follow whole after one another, each
 * later than the one before, so that no text stands where a compressor still sees its copy.
 */
export async function* mailBytes(count = RECORDS): AsyncGenerator<Uint8Array> {
  const mails: z.infer<typeof mail>[] = [];
  for await (const line of createInterface(createReadStream(SHARED_INTERACTIONS).pipe(createGunzip()))) {
    const record = mail.parse(JSON.parse(line));
    if (record.ENTITYTYPEID === EMAIL_IN) mails.push(record);
  }
  mails.sort((a, b) => Date.parse(a.STARTDATE) - Date.parse(b.STARTDATE) || (a.IXNID < b.IXNID ? -1 : 1));
  const dates = mails.map(({ STARTDATE }) => Date.parse(STARTDATE));
  const span = Math.max(...dates) - Math.min(...dates) + DAY_MS;
  for (let made = 0; made < count; made += 1) {
    const copy = Math.floor(made / mails.length);
    const at = made % mails.length;
    const STARTDATE = new Date((dates[at] ?? 0) + copy * span).toISOString();
    yield Buffer.from(
      `${JSON.stringify({ ...mails[at], IXNID: `${copy}-${mails[at]?.IXNID}`, STARTDATE })}\n`,
    );
  }
}

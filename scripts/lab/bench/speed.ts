import { createWriteStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { measureAgainstRival } from './against-rival.ts';
import { mailBytes, SHARED_INTERACTIONS } from './mails.ts';
import { writeRecords } from './plain-import.ts';
import { WANTED_MEDIUM } from './records.ts';
import type { Settings } from './settings.ts';

const RECORDS = 300_000;

/** Generated chats, imported in the order of an export: what is copied. */
export async function measureSpeed(settings: Settings) {
  const records = settings.records ?? RECORDS;
  const write = (file: string) => writeRecords(file, records);
  const contest = { name: 'speed', write, entry: 'Chat-*.json', medium: null };
  return { speed: await measureAgainstRival(contest, settings) };
}

/** The same in an order of their own, as dumps by id are: pieces overlap, until they are compacted. */
export async function measureSettled(settings: Settings) {
  const records = settings.records ?? RECORDS;
  const write = (file: string) => writeRecords(file, records);
  const contest = { name: 'settled', write, entry: 'Chat-*.json', medium: null, isShuffled: true };
  const figures = await measureAgainstRival(contest, settings);
  return {
    speed: {
      settledRatio: figures.wallRatio,
      settledSizeRatio: figures.sizeRatio,
      settledImportSeconds: figures.importSeconds,
      settledAfterSeconds: figures.settleSeconds,
      settledRounds: figures.rounds,
    },
  };
}

/** Real e-mails of many sizes, in the order of an export. They lie beside the project on some machines: else the figure is left out. */
export async function measureMail(settings: Settings): Promise<{ readonly speed: object }> {
  const { records } = settings;
  if (!existsSync(SHARED_INTERACTIONS)) {
    settings.say('speed.mailRatio is left out: the shared contact history is not on this machine');
    return { speed: {} };
  }
  const write = async (file: string) =>
    pipeline(Readable.from(mailBytes(records), { objectMode: false }), createWriteStream(file));
  const contest = { name: 'mail', write, entry: 'EmailIn-*.json', medium: null };
  const figures = await measureAgainstRival(contest, settings);
  return {
    speed: {
      mailRatio: figures.wallRatio,
      mailSizeRatio: figures.sizeRatio,
      mailRecords: figures.records,
      mailPlainMB: figures.plainMB,
      mailRounds: figures.rounds,
    },
  };
}

/** Chats of two media in turns, of which one is wanted: every piece is cut, nothing is copied. */
export async function measureWorst(settings: Settings) {
  const records = settings.records ?? RECORDS;
  const write = (file: string) => writeRecords(file, records, { twoMedia: true });
  const contest = { name: 'worst', write, entry: 'Chat-*.json', medium: WANTED_MEDIUM };
  const figures = await measureAgainstRival(contest, settings);
  return {
    speed: {
      worstRatio: figures.wallRatio,
      worstSizeRatio: figures.sizeRatio,
      worstRounds: figures.rounds,
    },
  };
}

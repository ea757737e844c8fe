import { measureApi } from './api.ts';
import { measureCost } from './cost.ts';
import { measureEncoding } from './encode.ts';
import { measureErasure } from './erasure.ts';
import { measureGrowth } from './growth.ts';
import { measureImport } from './import-speed.ts';
import { measureLarge } from './large.ts';
import { measureLatency } from './latency.ts';
import { measurePerson } from './person.ts';
import type { Settings } from './settings.ts';
import { measureMail, measureSettled, measureSpeed, measureWorst } from './speed.ts';

/** Figures by section of the report. Parts may share a section. */
type Figures = Readonly<Record<string, object>>;

/** How each part is measured, by its name as `--only` takes it, in the order in which they are measured. */
export const PARTS = {
  speed: measureSpeed,
  settled: measureSettled,
  mail: measureMail,
  worst: measureWorst,
  encode: measureEncoding,
  growth: measureGrowth,
  cost: measureCost,
  latency: measureLatency,
  import: measureImport,
  api: measureApi,
  erasure: measureErasure,
  person: measurePerson,
  large: measureLarge,
} as const satisfies Readonly<Record<string, (settings: Settings) => Promise<Figures>>>;

export type PartName = keyof typeof PARTS;

export const PART_NAMES = Object.keys(PARTS) as readonly PartName[]; // the very keys of the literal above

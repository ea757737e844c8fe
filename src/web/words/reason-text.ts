import { KEPT_REASONS, type KeptReason } from '../../labels/run-reasons/kept.ts';
import { filled, type Holes } from './filled.ts';

interface ReasonTexts {
  readonly reasons: Readonly<Partial<Record<KeptReason, string>>>;
  readonly faults: Readonly<Record<string, string>>;
}

const literal = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);

/** Each kept sentence as what finds it, with names for what differs. */
const PATTERNS = Object.entries(KEPT_REASONS).map(([name, text]) => ({
  name: name as KeptReason, // a key of the table
  text,
  pattern: new RegExp(`^${literal(text).replaceAll(/\{(\w+)\}/g, '(?<$1>.+)')}$`, 's'),
}));

/** What a page says of a kept reason; of one that these pages do not know, what is kept. */
export function reasonText(kept: string, texts: ReasonTexts): string {
  for (const { name, text, pattern } of PATTERNS) {
    const found = pattern.exec(kept);
    if (found) return filled(texts.reasons[name] ?? text, told(found.groups ?? {}, texts));
  }
  return kept;
}

function told(found: Readonly<Record<string, string>>, texts: ReasonTexts): Holes {
  const { fault, code, words } = found;
  return {
    ...found,
    ...(fault === undefined ? {} : { fault: reasonText(fault, texts) }),
    ...(code === undefined ? {} : { words: texts.faults[code] ?? words ?? '' }),
  };
}

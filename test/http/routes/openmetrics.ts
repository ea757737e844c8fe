interface ReadSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** One family of an exposition, as a strict reader has it. */
export interface ReadFamily {
  readonly name: string;
  readonly type: string;
  readonly samples: ReadSample[];
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = String.raw`[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"`;
const META = new RegExp(`^# (?<keyword>TYPE|UNIT|HELP) (?<name>${NAME}) (?<rest>.*)$`);
const SAMPLE = new RegExp(
  String.raw`^(?<name>${NAME})(?:\{(?<labels>${LABEL}(?:,${LABEL})*)\})? (?<value>-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$`,
);
const END = '# EOF\n';
/** What may stand behind a family's name, by its type (OpenMetrics 1.0, "Metric Types"). */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  counter: ['_total'],
  gauge: [''],
  summary: ['_sum', '_count'],
};

/**
 * Reads an exposition as OpenMetrics 1.0 has it, and throws where it is none: metadata before samples, each family in one piece, the unit
 * at the name's end, names and labels by the grammar, no sample twice, counters that are not negative, the end.
 */
export function readOpenMetrics(text: string): readonly ReadFamily[] {
  if (!text.endsWith(END)) throw new Error('it does not end with # EOF');
  const families: ReadFamily[] = [];
  const seen = new Set<string>();
  for (const line of text.slice(0, -END.length).split('\n').slice(0, -1)) {
    const meta = META.exec(line)?.groups;
    if (meta) {
      readMeta(families, { keyword: meta['keyword'], name: meta['name'] ?? '', rest: meta['rest'] ?? '' });
      continue;
    }
    const family = families.at(-1);
    if (!family) throw new Error(`${line} is of no family`);
    const { key, sample } = sampleOf(line, family);
    if (seen.has(key)) throw new Error(`${key} comes twice`);
    seen.add(key);
    family.samples.push(sample);
  }
  return families;
}

function readMeta(
  families: ReadFamily[],
  {
    keyword,
    name,
    rest,
  }: { readonly keyword: string | undefined; readonly name: string; readonly rest: string },
): void {
  if (keyword === 'TYPE') {
    if (families.some((family) => family.name === name)) throw new Error(`${name} comes twice`);
    families.push({ name, type: rest, samples: [] });
  }
  const family = families.at(-1);
  if (family?.name !== name || family.samples.length > 0)
    throw new Error(`${keyword} ${name} is out of place`);
  if (keyword === 'UNIT' && !name.endsWith(`_${rest}`)) throw new Error(`${name} does not end with its unit`);
  if (keyword === 'HELP' && /\\(?!["\\n])/.test(rest)) throw new Error(`${name} has a wrong escape`);
}

function sampleOf(
  line: string,
  { name, type }: ReadFamily,
): { readonly key: string; readonly sample: ReadSample } {
  const groups = SAMPLE.exec(line)?.groups;
  const full = groups?.['name'] ?? '';
  if (!full.startsWith(name) || !SUFFIXES[type]?.includes(full.slice(name.length)))
    throw new Error(`${line} is no sample of ${name}`);
  const pairs = (groups?.['labels'] ?? '').match(new RegExp(LABEL, 'g')) ?? [];
  const labels = pairs.map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), JSON.parse(pair.slice(at + 1)) as string]; // a text, by the grammar
  });
  const value = Number(groups?.['value']);
  if (type !== 'gauge' && value < 0) throw new Error(`${line} is negative`);
  return {
    key: `${full} ${pairs.toSorted().join()}`,
    sample: { name: full, labels: Object.fromEntries(labels), value },
  };
}

/** A table with `<prefix>.` before each of its keys. */
export const prefixed = <P extends string, K extends string>(
  prefix: P,
  table: Readonly<Record<K, string>>,
): Readonly<Record<`${P}.${K}`, string>> =>
  // Each entry is a key of the table with the prefix, which fromEntries forgets.
  Object.fromEntries(Object.entries(table).map(([key, label]) => [`${prefix}.${key}`, label])) as Readonly<
    Record<`${P}.${K}`, string>
  >;

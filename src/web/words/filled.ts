/** What stands in a text's holes, `{name}`. */
export type Holes = Readonly<Record<string, string | number>>;

/** A text with what belongs into its holes; one that nothing is given for stays. */
export const filled = (text: string, holes: Holes): string =>
  text.replaceAll(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(holes, name) ? String(holes[name]) : hole,
  );

/**
 * The form in which text is searched "without case": NFKC, lower case, and the final sigma as the plain one (lower-casing
 * picks it by position, so a word searched for would differ from the same word inside another). Folding twice changes
 * nothing. Stored in the `*_folded` columns and applied to what is searched for.
 */
export const fold = (text: string): string =>
  text.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll('ς', 'σ');

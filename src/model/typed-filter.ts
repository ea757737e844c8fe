/** Operators that ask where a value stands in an order. */
const IN_ORDER: ReadonlySet<string> = new Set(['gt', 'gte', 'lt', 'lte']);

export const asksForOrder = (operator: string): boolean => IN_ORDER.has(operator);

/** What somebody typed as a filter asks for it: a number where the operator compares by an order and it is one, else the text. */
export function typedValue(operator: string, text: string): string | number {
  const number = Number(text);
  return asksForOrder(operator) && text.trim() !== '' && Number.isFinite(number) ? number : text;
}

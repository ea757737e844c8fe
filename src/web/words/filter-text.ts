import type { RecordFilter } from '../../model/api/job-request.ts';
import { parseInstant } from '../../model/instant.ts';
import { asksForOrder } from '../../model/typed-filter.ts';
import type { WordKey, Words } from './words.ts';

/** The text of a comparison, as `choice` names it; of dates an order is told in other words. */
export const choiceKey = (choice: string, dated: boolean): WordKey =>
  // Every operator has its texts, and so has what is missing; test/web/job-filters.node.test.ts goes through them.
  `filters.${dated && asksForOrder(choice) ? 'date.' : 'is.'}${choice}` as WordKey;

/** A filter as a sentence says it. */
export function filterText({ name, operator, value }: RecordFilter, words: Words): string {
  if (operator === 'exists')
    return `${name} ${words(choiceKey(value === false ? 'missing' : 'exists', false))}`;
  const dated = typeof value === 'string' && parseInstant(value) !== null;
  const quoted = (Array.isArray(value) ? value : [value]).map((one) =>
    typeof one === 'string' && !(dated && asksForOrder(operator))
      ? words('filters.quoted', { text: one })
      : String(one),
  );
  const list = new Intl.ListFormat(words.language === 'en' ? 'en-GB' : words.language, {
    type: 'disjunction',
  });
  return `${name} ${words(choiceKey(operator, dated))} ${list.format(quoted)}`;
}

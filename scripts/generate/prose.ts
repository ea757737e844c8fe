import type { Random } from './random.ts';
import { COMMON, NOUNS, QUALITIES, SYLLABLES, VERBS } from './vocabulary.ts';

/** The share of frequent words is high, as in any text: squaring the draw prefers the front of the list. */
function word(random: Random): string {
  const draw = random.next();
  if (draw < 0.5) return COMMON[Math.floor(random.next() ** 2 * COMMON.length)] ?? 'the';
  if (draw < 0.74) return random.pick(NOUNS);
  if (draw < 0.87) return random.pick(VERBS);
  if (draw < 0.95) return random.pick(QUALITIES);
  return draw < 0.98 ? reference(random) : properName(random);
}

/** Such as `KT-482911`: what letters and tickets are full of, and what hardly compresses. */
export function reference(random: Random): string {
  const letter = () => String.fromCharCode(65 + random.integer(0, 25));
  return `${letter()}${letter()}-${random.integer(100_000, 999_999)}`;
}

/** A made-up name of two to three syllables with a capital letter. */
export function properName(random: Random): string {
  let name = '';
  for (let left = random.integer(2, 3); left > 0; left -= 1) name += random.pick(SYLLABLES);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A sentence of five to eighteen words. */
export function sentence(random: Random): string {
  const words: string[] = [];
  for (let left = random.integer(5, 18); left > 0; left -= 1) {
    words.push(word(random) + (left > 3 && random.next() < 0.07 ? ',' : ''));
  }
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1) + random.pick(['.', '.', '.', '?', '!']);
}

/** Sentences up to about `length` characters, in paragraphs that are parted by an empty line. */
export function paragraphs(random: Random, length: number): string {
  let text = sentence(random);
  while (text.length < length) text += (random.next() < 0.2 ? '\n\n' : ' ') + sentence(random);
  return text;
}

import { useQuantities } from '../words/use-quantities.ts';
import { hint } from './hint.ts';

/** A size as people read it, with its bytes on hover; a dash for none. */
export function Size({ bytes }: { readonly bytes: number }) {
  const { size, bytes: exact } = useQuantities();
  if (bytes === 0) return '–';
  return <span {...hint(exact(bytes))}>{size(bytes)}</span>;
}

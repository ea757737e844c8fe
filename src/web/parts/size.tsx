import { Tooltip } from '@mantine/core';
import { useQuantities } from '../words/use-quantities.ts';

/** A size as people read it, with its bytes on hover; a dash for none. */
export function Size({ bytes }: { readonly bytes: number }) {
  const { size, bytes: exact } = useQuantities();
  if (bytes === 0) return '–';
  return (
    <Tooltip label={exact(bytes)}>
      <span>{size(bytes)}</span>
    </Tooltip>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words/use-words.tsx';
import styles from './second-factor.module.css';

/** Empty squares around the code that readers of it need (ISO/IEC 18004, 6.3.8: four). */
const QUIET = 4;

/** A text as a QR code; dark on light in every theme, since not every camera reads the other way round. */
export function QrCode({ text }: { readonly text: string }) {
  const words = useWords();
  const { data } = useQuery({
    queryKey: ['qr', text],
    queryFn: async () => (await import('uqr')).encode(text, { ecc: 'M', border: 0 }),
    staleTime: Infinity,
    // It draws a secret: gone with the picture.
    gcTime: 0,
  });
  if (!data) return <div className={styles['qr']} />;
  const dark = data.data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  const side = data.size + 2 * QUIET;
  return (
    <svg
      className={styles['qr']}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      role="img"
      aria-label={words('factor.picture')}
      shapeRendering="crispEdges"
    >
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}

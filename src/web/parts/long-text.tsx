import { hint } from './hint.ts';
import styles from './long-text.module.css';

interface LongTextProps {
  readonly text: string;
  /** Characters that two lines hold, however narrow the window is. */
  readonly most: number;
}

/** A text of two lines at most; whole on hover and on focus where there is more of it. */
export const LongText = ({ text, most }: LongTextProps) =>
  text.length <= most ? (
    text
  ) : (
    <span {...hint(text)} className={styles['long']} tabIndex={0}>
      {text}
    </span>
  );

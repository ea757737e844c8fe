import { WARN_DAYS } from '../../model/certificate-warnings.ts';
import { DAY_MS } from '../../model/instant.ts';
import { useDates } from '../words/use-dates.ts';
import { useWords } from '../words/use-words.tsx';
import { CutName } from './cut-name.tsx';
import { LongText } from './long-text.tsx';
import styles from './certificate-line.module.css';

/** Characters of a subject that two lines hold. */
const SHORT = 50;

interface CertificateLineProps {
  readonly certificate: { readonly subject: string; readonly fingerprint: string; readonly notAfter: string };
}

/** A certificate: whom it names, its fingerprint, until when; in amber when that is soon, in red when it is over. */
export function CertificateLine({ certificate: { subject, fingerprint, notAfter } }: CertificateLineProps) {
  const words = useWords();
  const dates = useDates();
  const until = Date.parse(notAfter);
  const left = until - Date.now();
  const tone = left < 0 ? 'over' : left < WARN_DAYS * DAY_MS ? 'soon' : undefined;
  return (
    <dl className={styles['line']}>
      <dt>{words('certificate.subject')}</dt>
      <dd>
        <LongText text={subject} most={SHORT} />
      </dd>
      <dt>{words('certificate.fingerprint')}</dt>
      <dd>
        <CutName name={fingerprint} most={20} />
      </dd>
      <dt>{words('certificate.until')}</dt>
      <dd data-tone={tone}>
        {dates.day(until)}
        {tone && ` · ${words(`certificate.${tone}`)}`}
      </dd>
    </dl>
  );
}

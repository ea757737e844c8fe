import { useState } from 'react';
import { CertificateLine } from '../../parts/certificate-line.tsx';
import { DropField } from '../../parts/drop-field.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { Section } from '../../parts/section.tsx';
import { useCertificate } from '../../service/answers.ts';
import { putCertificate } from '../../service/certificate.ts';
import { may, useMe } from '../../service/me.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './preferences.module.css';

/** The certificate on file, and how another one takes its place. */
export function CertificateSection() {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const { data: certificate, error, isPending } = useCertificate();
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const upload = async ([file]: readonly File[]) => {
    if (!file) return;
    setBusy(true);
    setRefused(null);
    try {
      await putCertificate(file);
      notices.told(words('certificate.saved'));
    } catch (problem) {
      setRefused(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section title={words('certificate.title')} note={words('certificate.note')}>
      {error && <ProblemBox error={error} />}
      {certificate && (
        <div className={styles['onFile']}>
          <p className={styles['name']}>
            {certificate.name}
            <span className={styles['when']}>
              <Moment at={certificate.lastModified} day />
            </span>
          </p>
          <CertificateLine certificate={certificate} />
        </div>
      )}
      {!certificate && !isPending && !error && <p className={styles['none']}>{words('certificate.none')}</p>}
      {refused !== null && <ProblemBox error={refused} />}
      <DropField
        label={words(certificate ? 'certificate.replace' : 'certificate.choose')}
        help={words('certificate.forms')}
        button={words('certificate.chooseFile')}
        accept=".pem,.crt,.cer,.der"
        busy={busy}
        disabled={!may(me, 'cipher.write')}
        onFiles={(files) => void upload(files)}
      />
      {certificate && <p className={styles['small']}>{words('certificate.replaces')}</p>}
    </Section>
  );
}

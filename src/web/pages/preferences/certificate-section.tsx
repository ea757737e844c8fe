import { useState } from 'react';
import { CertificateLine } from '../../parts/certificate-line.tsx';
import { DropField } from '../../parts/drop-field.tsx';
import { OnItsWay } from '../../parts/loading.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { Section } from '../../parts/section.tsx';
import { putCertificate, useCertificates } from '../../service/certificate.ts';
import { may, useMe } from '../../service/me.ts';
import { useWords } from '../../words/use-words.tsx';
import { CertificateHead, FurtherCertificates } from './further-certificates.tsx';
import styles from './preferences.module.css';

/** The certificates on file, how another one takes the place of the primary one, and how others stand beside it. */
export function CertificateSection() {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const { data: onFile = [], error, isPending, refetch } = useCertificates();
  const [certificate] = onFile;
  const mayWrite = may(me, 'cipher.write');
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
      {isPending && <OnItsWay short />}
      {error && <ProblemBox error={error} retry={() => void refetch()} />}
      {certificate && (
        <div className={styles['onFile']}>
          <CertificateHead
            certificate={certificate}
            {...(onFile.length > 1 ? { badge: words('certificate.primary') } : {})}
          />
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
        disabled={!mayWrite}
        onFiles={(files) => void upload(files)}
      />
      {certificate && <p className={styles['small']}>{words('certificate.replaces')}</p>}
      {certificate && <FurtherCertificates onFile={onFile} mayWrite={mayWrite} />}
    </Section>
  );
}

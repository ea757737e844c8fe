import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { MAX_CERTIFICATES } from '../../../model/certificate.ts';
import { CertificateLine } from '../../parts/certificate-line.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { DropField } from '../../parts/drop-field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useNotices } from '../../parts/notices.tsx';
import {
  putFurtherCertificate,
  leadWithCertificate,
  dropCertificate,
  type OnFile,
} from '../../service/certificate.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './preferences.module.css';

/** What of the certificates is being asked about. */
type Asking = 'add' | OnFile | null;

/** The certificates beside the primary one, and how they come and go. */
export function FurtherCertificates({
  onFile,
  mayWrite,
}: {
  readonly onFile: readonly OnFile[];
  readonly mayWrite: boolean;
}) {
  const words = useWords();
  const notices = useNotices();
  const [asking, setAsking] = useState<Asking>(null);
  const lead = async ({ fingerprint, label }: OnFile) => {
    try {
      await leadWithCertificate(fingerprint);
      notices.told(words('certificate.leads', { label }));
    } catch (refused) {
      notices.failed(refused);
    }
  };
  return (
    <>
      {onFile.slice(1).map((one) => (
        <div key={one.fingerprint} className={styles['onFile']}>
          <CertificateHead certificate={one} />
          <CertificateLine certificate={one} />
          {mayWrite && (
            <div className={styles['acts']}>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={words('certificate.leadNamed', { label: one.label })}
                onClick={() => void lead(one)}
              >
                {words('certificate.lead')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={words('certificate.removeNamed', { label: one.label })}
                onClick={() => setAsking(one)}
              >
                {words('certificate.remove')}
              </Button>
            </div>
          )}
        </div>
      ))}
      <p className={styles['small']}>{words('certificate.several', { max: MAX_CERTIFICATES })}</p>
      {mayWrite && onFile.length < MAX_CERTIFICATES && (
        <div>
          <Button variant="default" size="sm" onClick={() => setAsking('add')}>
            {words('certificate.add')}
          </Button>
        </div>
      )}
      {asking === 'add' && <AddDialog onClose={() => setAsking(null)} />}
      {asking !== null && asking !== 'add' && (
        <Confirm
          title={words('certificate.removeQuestion')}
          text={words('certificate.removeText')}
          names={[asking.label]}
          verb={words('certificate.removeVerb')}
          onConfirm={() => dropCertificate(asking.fingerprint)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

/** What a certificate is called, and since when it is on file. */
export function CertificateHead({
  certificate: { label, lastModified },
  badge,
}: {
  readonly certificate: OnFile;
  readonly badge?: string;
}) {
  const words = useWords();
  return (
    <p className={styles['name']}>
      <span>
        {label}
        {badge && <span className={styles['badge']}>{badge}</span>}
      </span>
      <span className={styles['when']}>
        {words('certificate.since')} <Moment at={lastModified} day />
      </span>
    </p>
  );
}

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const notices = useNotices();
  const [label, setLabel] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const add = async () => {
    if (!file) return;
    await putFurtherCertificate(file, label.trim());
    notices.told(words('certificate.added', { label: label.trim() }));
    onClose();
  };
  return (
    <FormDialog
      title={words('certificate.addTitle')}
      verb={words('certificate.addVerb')}
      fault={file === null ? words('certificate.fileFirst') : null}
      onSubmit={add}
      onClose={onClose}
    >
      <TextInput
        label={words('certificate.label')}
        description={words('certificate.labelHelp')}
        value={label}
        onChange={({ currentTarget: { value } }) => setLabel(value)}
        autoComplete="off"
        data-autofocus
        required
      />
      <DropField
        label={file?.name ?? words('certificate.choose')}
        help={words('certificate.forms')}
        button={words('certificate.chooseFile')}
        accept=".pem,.crt,.cer,.der"
        onFiles={([given]) => setFile(given ?? null)}
      />
    </FormDialog>
  );
}

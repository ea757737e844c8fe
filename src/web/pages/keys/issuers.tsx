import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { isAdministrator } from '../../../model/roles.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { CutName } from '../../parts/cut-name.tsx';
import { Icon } from '../../parts/icon.tsx';
import { OnItsWay } from '../../parts/loading.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { deleteIssuer, useIssuers, type Issuer } from '../../service/issuers.ts';
import { useMe } from '../../service/me.ts';
import { useWords } from '../../words/use-words.tsx';
import { PartHead } from './part-head.tsx';
import keys from './keys.module.css';
import styles from './issuers.module.css';

const IssuerDialog = lazy(async () => ({ default: (await import('./issuer-dialog.tsx')).IssuerDialog }));

type Open = { readonly kind: 'add' } | { readonly kind: 'change' | 'delete'; readonly issuer: Issuer };

/** The issuers outside of this service whose people and tokens the contact center lets in. Administrators name them. */
export function Issuers() {
  const words = useWords();
  const me = useMe();
  const notices = useNotices();
  const { data, error, isPending, refetch } = useIssuers();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const administers = isAdministrator(me.roles);
  return (
    <section className={keys['part']}>
      <PartHead
        title={words('issuers.title')}
        note={words('issuers.note')}
        action={
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => setOpen({ kind: 'add' })}
            disabled={!administers}
            {...(administers ? {} : { title: words.failure('administrators-only', {}) ?? '' })}
          >
            {words('issuers.add')}
          </Button>
        }
      />
      {isPending && <OnItsWay short />}
      {error && <ProblemBox error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <p className={styles['none']}>{words('issuers.none')}</p>}
      {data && data.length > 0 && (
        <ul className={styles['list']} aria-label={words('issuers.title')}>
          {data.map((issuer) => (
            <Line
              key={issuer.id}
              issuer={issuer}
              changes={administers}
              onOpen={(kind) => setOpen({ kind, issuer })}
            />
          ))}
        </ul>
      )}
      {open && open.kind !== 'delete' && (
        <Suspense>
          <IssuerDialog issuer={open.kind === 'add' ? null : open.issuer} onClose={close} />
        </Suspense>
      )}
      {open?.kind === 'delete' && (
        <Confirm
          title={words('issuers.deleteTitle')}
          text={words('issuers.deleteText')}
          names={[open.issuer.name]}
          verb={words('issuers.deleteVerb')}
          onClose={close}
          onConfirm={async () => {
            await deleteIssuer(open.issuer.id);
            notices.told(words('issuers.deleted', { name: open.issuer.name }));
          }}
        />
      )}
    </section>
  );
}

interface LineProps {
  readonly issuer: Issuer;
  readonly changes: boolean;
  readonly onOpen: (kind: 'change' | 'delete') => void;
}

function Line({
  issuer: { name, issuer, audience, clientId, createdBy, createdDate },
  changes,
  onOpen,
}: LineProps) {
  const words = useWords();
  return (
    <li>
      <div className={styles['text']}>
        <span className={keys['name']}>{name}</span>
        <span className={styles['address']}>
          <CutName name={issuer} most={44} /> · <CutName name={audience} most={36} />
        </span>
        <span className={styles['quiet']}>
          {words(clientId === null ? 'issuers.tokensOnly' : 'issuers.signsIn')} ·{' '}
          {words('issuers.addedBy', { name: createdBy })} <Moment at={createdDate} day />
        </span>
      </div>
      {changes && (
        <div className={styles['acts']}>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words('issuers.changeTitle', { name })}
            onClick={() => onOpen('change')}
          >
            {words('issuers.change')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words('issuers.deleteOf', { name })}
            onClick={() => onOpen('delete')}
          >
            {words('people.delete')}
          </Button>
        </div>
      )}
    </li>
  );
}

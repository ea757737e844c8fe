import { Button } from '@mantine/core';
import { Link, useLocation, useParams } from 'wouter';
import { useMemo, useState } from 'react';
import { PageRefusal } from '../../../client/page-session.ts';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { BulkButton } from '../../parts/bulk-button.tsx';
import { BulkDialog, type BulkQuestion } from '../../parts/bulk-dialog.tsx';
import { CertificateLine } from '../../parts/certificate-line.tsx';
import { EntityList } from '../../parts/entity-list.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Moment } from '../../parts/moment.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { SaidStatus } from '../../parts/said-status.tsx';
import { Size } from '../../parts/size.tsx';
import { StatusCell } from '../../parts/status.tsx';
import { Took } from '../../parts/took.tsx';
import { useRun } from '../../service/answers.ts';
import type { RunItem } from '../../service/lists.ts';
import { filterText } from '../../words/filter-text.ts';
import { useQuantities } from '../../words/use-quantities.ts';
import { useWords } from '../../words/use-words.tsx';
import type { Words } from '../../words/words.ts';
import { NotFoundPage } from '../not-found-page.tsx';
import { runQuestion } from '../history/run-questions.ts';
import { useRunActions } from '../history/use-run-actions.ts';
import { DeliveryCard } from './delivery-card.tsx';
import { Timeline } from './timeline.tsx';
import styles from './run.module.css';

/** One run: where it stands, what it was asked for, what came of it, and why it failed. */
export function RunPage() {
  const words = useWords();
  const [, go] = useLocation();
  const id = Number(useParams<{ id: string }>().id);
  const { data: run, error, refetch, isPending } = useRun(Number.isSafeInteger(id) ? id : null);
  const [question, setQuestion] = useState<BulkQuestion | null>(null);
  const actions = useRunActions(({ id: doomed }) =>
    setQuestion({
      ...runQuestion('delete', { ids: [doomed] }),
      onActed: () => go(PAGE_PATHS.history, { replace: true }),
    }),
  );
  const said = useMemo(() => (run ? [run] : []), [run]);
  const gone = error instanceof PageRefusal && error.status === 404;
  if (error && (!run || gone))
    return (
      <>
        <PageHead title={words('run.number', { id })} />
        <ProblemBox error={error} retry={() => void refetch()} />
      </>
    );
  if (!run) return isPending ? <Loading /> : <NotFoundPage />;
  return (
    <>
      <PageHead
        title={run.title}
        note={
          <>
            {words('run.number', { id: run.id })} ·{' '}
            <Link href={`/jobs/${run.parentId}`}>{words('run.job')}</Link>
          </>
        }
        action={
          run.fileName !== '' && (
            <Button onClick={() => go(`${PAGE_PATHS.artifacts}?historyId=${run.id}`)}>
              {words('history.files')}
            </Button>
          )
        }
      />
      <SaidStatus rows={said} />
      <div className={styles['acts']}>
        {actions(run)
          .filter(({ id: action }) => action !== 'details' && action !== 'files')
          .map(({ id: action, label, refused, run: act }) => (
            <BulkButton key={action} label={label} refused={refused} onClick={act} />
          ))}
      </div>
      {run.detail.reason && (
        <div className={styles['reason']} data-failed={run.status === 'Failed' || undefined} role="note">
          {run.status === 'Failed' && <strong>{words('run.failed')}</strong>}
          <p>{words.reason(run.detail.reason)}</p>
          {run.status === 'Failed' && <p className={styles['help']}>{words('run.failedHelp')}</p>}
        </div>
      )}
      <div className={styles['columns']}>
        <div className={styles['side']}>
          <Facts run={run} />
          <DeliveryCard run={run} />
          {run.entities && run.entities.length > 0 && (
            <section className={styles['card']}>
              <h2>{words('run.entities')}</h2>
              <EntityList entities={run.entities} />
            </section>
          )}
        </div>
        <div className={styles['side']}>
          <section className={styles['card']}>
            <h2>{words('run.timeline')}</h2>
            <Timeline events={run.events} />
          </section>
          {run.certificates?.map((certificate) => (
            <section key={certificate.fingerprint} className={styles['card']}>
              <h2>{words('run.sealedFor')}</h2>
              <CertificateLine certificate={certificate} />
            </section>
          ))}
        </div>
      </div>
      {question && <BulkDialog question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}

function Facts({ run }: { readonly run: RunItem }) {
  const words = useWords();
  const { number } = useQuantities();
  const { detail } = run;
  const records = typeof detail['recordsExported'] === 'number' ? detail['recordsExported'] : null;
  const total = typeof detail['recordsTotal'] === 'number' ? detail['recordsTotal'] : null;
  const volumes = typeof detail['volumes'] === 'number' ? detail['volumes'] : 0;
  return (
    <section className={styles['card']}>
      <h2>{words('run.facts')}</h2>
      <dl className={styles['facts']}>
        <dt>{words('column.status')}</dt>
        <dd>
          <StatusCell {...run} />
        </dd>
        <dt>{words('column.type')}</dt>
        <dd>
          {words(`type.${run.type}`)}
          {run.jobParams.contactId === undefined ? '' : ` · ${run.jobParams.contactId}`}
        </dd>
        <dt>{words('run.window')}</dt>
        <dd>{windowText(run, words)}</dd>
        {run.type !== 'Contact' && (
          <>
            <dt>{words('job.media')}</dt>
            <dd>{mediaText(run.media, words)}</dd>
          </>
        )}
        {run.jobParams.filters && run.jobParams.filters.length > 0 && (
          <>
            <dt>{words('filters.title')}</dt>
            <dd>
              <ul className={styles['filters']}>
                {run.jobParams.filters.map((filter) => (
                  <li key={JSON.stringify(filter)}>{filterText(filter, words)}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
        <dt>{words('column.duration')}</dt>
        <dd>
          <Took from={run.startedAt} to={run.finishedAt} />
        </dd>
        <dt>{words('history.records')}</dt>
        <dd>
          {records === null ? '–' : number(records)}
          {total !== null && records !== total && ` / ${number(total)}`}
        </dd>
        <dt>{words('run.files')}</dt>
        <dd>
          {volumes === 0 ? '–' : `${number(volumes)} · `}
          {volumes > 0 && <Size bytes={run.fileSize} />}
        </dd>
        {run.createdBy && (
          <>
            <dt>{words('run.by')}</dt>
            <dd>{run.createdBy}</dd>
          </>
        )}
        {detail.note && (
          <>
            <dt>{words('run.note')}</dt>
            <dd>{words.reason(detail.note)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function windowText(run: RunItem, words: Words) {
  if (run.exportType === 'DataSync') return words('job.frame.changes');
  if (run.dateFrom === '' && run.dateTo === '') return words('job.frame.all');
  return (
    <span className={styles['window']}>
      {run.dateFrom === '' ? words('run.open') : <Moment at={run.dateFrom} />}
      {' – '}
      {run.dateTo === '' ? words('run.open') : <Moment at={run.dateTo} />}
    </span>
  );
}

const mediaText = (media: readonly string[], words: Words): string =>
  media.length === 0 || media.includes('all')
    ? words('job.media.all')
    : media.map((name) => words.named(`media.${name.toLowerCase()}`, name)).join(', ');

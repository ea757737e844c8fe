import { Link } from 'wouter';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { CertificateLine } from '../../parts/certificate-line.tsx';
import { OnItsWay } from '../../parts/loading.tsx';
import { Moment } from '../../parts/moment.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { StatusCell } from '../../parts/status.tsx';
import { useCertificates } from '../../service/certificate.ts';
import type { RunItem } from '../../service/lists.ts';
import { moves } from '../../service/moving.ts';
import { may, useMe } from '../../service/me.ts';
import { rolesInWords } from '../../words/role-words.ts';
import { useWords } from '../../words/use-words.tsx';
import { Card } from './card.tsx';
import { Checklist } from './checklist.tsx';
import { DayChart } from './day-chart.tsx';
import { byDay, failedThisWeek, startingNext } from './glance.ts';
import { SchedulerCard } from './scheduler-card.tsx';
import { useOverview, type Overview } from './overview.ts';
import styles from './home.module.css';

/** Starts and files that a card names. */
const NAMED = 5;

/** What runs, what failed, what comes next, what expires: and for a first visit, what to do first. */
export function HomePage() {
  const words = useWords();
  const me = useMe();
  const sees = {
    jobs: may(me, 'jobs.read'),
    runs: may(me, 'history.read'),
    files: may(me, 'files.read'),
  };
  const { data, error, refetch } = useOverview(sees);
  if (!sees.jobs && !sees.runs && !sees.files && !may(me, 'import')) return <Denied />;
  return (
    <>
      <PageHead title={words('menu.home')} />
      {error && !data && <ProblemBox error={error} retry={() => void refetch()} />}
      {!data && !error && <OnItsWay />}
      {data && <Cards overview={data} />}
    </>
  );
}

/** One file of each run. */
const firstOfEach = (files: Overview['files']): Overview['files'] =>
  files
    .filter(({ historyId }, index) => files.findIndex((file) => file.historyId === historyId) === index)
    .slice(0, NAMED);

function Denied() {
  const words = useWords();
  const me = useMe();
  return (
    <PageHead
      title={words('denied.title')}
      note={`${words('denied.text')} ${
        me.roles.length === 0
          ? words('denied.noRoles')
          : words('denied.roles', { roles: rolesInWords(words, me.roles) })
      }`}
    />
  );
}

function Cards({ overview: { jobs, runs, files, fileCount } }: { readonly overview: Overview }) {
  const words = useWords();
  const me = useMe();
  const now = Date.now();
  const running = runs.filter(moves);
  const failed = failedThisWeek(runs, now);
  const next = startingNext(jobs, NAMED);
  return (
    <>
      <Checklist runs={runs} />
      <div className={styles['grid']}>
        <Card
          title={words('home.running')}
          none={words('home.noneRunning')}
          link={[PAGE_PATHS.history, words('menu.history')]}
        >
          {running.slice(0, NAMED).map((run) => (
            <RunLine key={run.id} run={run} />
          ))}
        </Card>
        <Card
          title={words('home.failed')}
          none={words('home.noneFailed')}
          link={[`${PAGE_PATHS.history}?status=FAILED`, words('home.all')]}
        >
          {failed.slice(0, NAMED).map((run) => (
            <RunLine key={run.id} run={run} />
          ))}
        </Card>
        <Card
          title={words('home.next')}
          none={words('home.noneNext')}
          link={[PAGE_PATHS.jobs, words('menu.jobs')]}
        >
          {next.map(({ id, title, nextStartsAt }) => (
            <li key={id}>
              <Link href={`/jobs/${id}`}>{title}</Link>
              <Moment at={nextStartsAt} />
            </li>
          ))}
        </Card>
        <Card
          title={words('home.expiring')}
          none={words('home.noneExpiring')}
          link={[PAGE_PATHS.artifacts, words.count('home.files', fileCount)]}
        >
          {firstOfEach(files).map(({ name, jobTitle, expiryDate }) => (
            <li key={name}>
              <Link href={`${PAGE_PATHS.artifacts}?name=${encodeURIComponent(name)}`}>{jobTitle}</Link>
              <Moment at={expiryDate} day />
            </li>
          ))}
        </Card>
        <SchedulerCard jobs={jobs} runs={runs} />
        {may(me, 'cipher.read') && <CertificateCard />}
        <section className={`${styles['card']} ${styles['wide']}`}>
          <h2 className={styles['title']}>{words('home.chart')}</h2>
          <DayChart days={byDay(runs, now)} />
        </section>
      </div>
    </>
  );
}

function RunLine({ run }: { readonly run: RunItem }) {
  return (
    <li>
      <Link href={`/history/${run.id}`}>{run.title}</Link>
      <StatusCell {...run} {...(run.detail.reason ? { reason: run.detail.reason } : {})} />
    </li>
  );
}

function CertificateCard() {
  const words = useWords();
  const { data: [certificate, ...others] = [], isPending } = useCertificates();
  return (
    <section className={styles['card']}>
      <h2 className={styles['title']}>
        {words('certificate.title')}
        <Link href={PAGE_PATHS.preferences}>{words('menu.preferences')}</Link>
      </h2>
      {certificate && <CertificateLine certificate={certificate} />}
      {others.length > 0 && (
        <p className={styles['more']}>{words.count('certificate.others', others.length)}</p>
      )}
      {!certificate && !isPending && <p className={styles['none']}>{words('certificate.none')}</p>}
    </section>
  );
}

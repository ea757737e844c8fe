import { Button } from '@mantine/core';
import { useLocation, useParams, useSearch } from 'wouter';
import { PAGE_PATHS } from '../../../model/page-paths.ts';
import { Loading, OnItsWay } from '../../parts/loading.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemBox } from '../../parts/problem-box.tsx';
import { useJob, useRun } from '../../service/answers.ts';
import { useWords } from '../../words/use-words.tsx';
import { refusedOf } from '../jobs/job-rules.ts';
import { NO_DESTINATION } from './destination-form.ts';
import { JobEditor } from './job-editor.tsx';
import { formOf, NEW_JOB } from './job-form.ts';
import styles from './job.module.css';

/** A new job: empty, or with the settings of a job or a run that was there. */
export function NewJobPage() {
  const words = useWords();
  const given = new URLSearchParams(useSearch());
  const [job, run] = [idOf(given.get('clone')), idOf(given.get('cloneRun'))];
  const ofJob = useJob(job);
  const ofRun = useRun(run);
  const error = ofJob.error ?? ofRun.error;
  const source = job === null ? ofRun.data : ofJob.data;
  const waits = (job !== null || run !== null) && !source;
  return (
    <>
      <PageHead title={words('job.newTitle')} />
      {error && <ProblemBox error={error} retry={() => void (job === null ? ofRun : ofJob).refetch()} />}
      {waits && !error && <OnItsWay />}
      {!waits && (
        <JobEditor
          id={null}
          first={
            // The secret of a destination is no other job's.
            source
              ? { ...formOf(source), ...NO_DESTINATION, title: words('job.copyOf', { title: source.title }) }
              : NEW_JOB
          }
        />
      )}
    </>
  );
}

const idOf = (text: string | null): number | null =>
  text && /^[1-9]\d{0,15}$/.test(text) ? Number(text) : null;

/** A job that is there: edited where it may be, else shown as it is. */
export function JobPage() {
  const words = useWords();
  const [, go] = useLocation();
  const id = idOf(useParams<{ id: string }>().id ?? null);
  const { data: job, error, refetch } = useJob(id);
  // What was asked in vain once more, with the job there, takes nothing from who edits it.
  if (error && !job)
    return (
      <>
        <PageHead title={words('jobs.title')} />
        <ProblemBox error={error} retry={() => void refetch()} />
      </>
    );
  if (!job) return <Loading />;
  const refusal = refusedOf(job, 'edit');
  return (
    <>
      <PageHead
        title={job.title}
        action={
          <>
            <Button variant="default" onClick={() => go(`${PAGE_PATHS.history}?jobId=${job.id}`)}>
              {words('jobs.history')}
            </Button>
            <Button variant="default" onClick={() => go(`${PAGE_PATHS.newJob}?clone=${job.id}`)}>
              {words('jobs.cloneOne')}
            </Button>
          </>
        }
      />
      {refusal !== null && <p className={styles['locked']}>{words.failure(refusal, {})}</p>}
      <JobEditor
        key={`${job.id} ${job.destination?.accessKeyId ?? ''}`}
        id={job.id}
        first={formOf(job)}
        locked={refusal !== null}
      />
    </>
  );
}

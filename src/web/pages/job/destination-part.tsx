import { Switch } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useWords } from '../../words/use-words.tsx';
import type { BucketProps } from './bucket-fields.tsx';
import styles from './job.module.css';

const BucketFields = lazy(() =>
  import('./bucket-fields.tsx').then((module) => ({ default: module.BucketFields })),
);

/** Whether the files are copied to a bucket of the customer's, and to which. Of a job that cannot be edited it is saved by itself. */
export function DestinationFields(props: BucketProps) {
  const words = useWords();
  const { form, set } = props;
  return (
    <fieldset className={styles['part']}>
      <legend className={styles['legend']}>{words('destination.title')}</legend>
      <Switch
        label={words('destination.delivers')}
        description={words('destination.deliversHelp')}
        checked={form.delivers}
        onChange={({ currentTarget: { checked } }) => set({ delivers: checked })}
      />
      {(form.delivers || props.had) && (
        <Suspense>
          <BucketFields {...props} />
        </Suspense>
      )}
    </fieldset>
  );
}

import { lazy, Suspense } from 'react';
import { useWords } from '../../../words/use-words.tsx';
import type { PartProps } from '../job-editor.tsx';
import shared from '../job.module.css';

const FilterRows = lazy(() => import('./filter-rows.tsx').then((module) => ({ default: module.FilterRows })));

/** What records have to be; what is chosen from is loaded by itself. */
export function Filters(props: PartProps) {
  const words = useWords();
  const { form, locked } = props;
  // Of a job that cannot be edited, and has none, there is nothing to show.
  if (locked && form.filters.length === 0) return null;
  return (
    <fieldset className={shared['part']} disabled={locked}>
      <legend className={shared['legend']}>{words('filters.title')}</legend>
      <p className={shared['note']}>
        {words(form.type === 'Contact' ? 'filters.helpContact' : 'filters.help')}
      </p>
      <Suspense>
        <FilterRows {...props} />
      </Suspense>
    </fieldset>
  );
}

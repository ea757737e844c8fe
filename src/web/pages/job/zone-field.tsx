import { lazy, Suspense } from 'react';
import type { PartProps } from './job-editor.tsx';

const ZoneSelect = lazy(() => import('./zone-select.tsx').then((module) => ({ default: module.ZoneSelect })));

/** By whose clocks a job starts; what is chosen from is loaded by whoever sees it. */
export const ZoneField = (props: Pick<PartProps, 'form' | 'set' | 'wrong'>) => (
  <Suspense>
    <ZoneSelect {...props} />
  </Suspense>
);

import { Select } from '@mantine/core';
import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import { useMemo } from 'react';
import { zoneNames } from '../../../model/zone.ts';
import { useZone } from '../../words/use-dates.ts';
import { useWords } from '../../words/use-words.tsx';
import type { PartProps } from './job-editor.tsx';
import styles from './job.module.css';

/** Zones that are shown at a time; typing finds the others. */
const SHOWN = 50;

/** All zones, the reader's own first. */
export function ZoneSelect({ form, set, wrong }: Pick<PartProps, 'form' | 'set' | 'wrong'>) {
  const words = useWords();
  const own = useZone();
  const zones = useMemo(() => [...new Set([own, 'UTC', form.zone, ...zoneNames()])], [own, form.zone]);
  return (
    <Select
      className={styles['short'] ?? ''}
      label={words('job.zone')}
      description={words('job.zoneHelp')}
      searchable
      allowDeselect={false}
      limit={SHOWN}
      nothingFoundMessage={words('job.zoneNone')}
      data={zones}
      value={form.zone}
      error={wrong.zone}
      onChange={(value) => set({ zone: value ?? 'UTC' })}
    />
  );
}

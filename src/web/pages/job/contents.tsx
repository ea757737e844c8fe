import { NativeSelect, Radio, Switch, TextInput } from '@mantine/core';
import '@mantine/core/styles/Radio.layer.css';
import '@mantine/core/styles/Switch.layer.css';
import { lazy, Suspense } from 'react';
import { JOB_TYPES } from '../../../model/records.ts';
import { useWords } from '../../words/use-words.tsx';
import type { FrameChoice, JobForm } from './job-form.ts';
import type { PartProps } from './job-editor.tsx';
import styles from './job.module.css';

const MediaField = lazy(() => import('./media-field.tsx').then((module) => ({ default: module.MediaField })));

interface ContentsProps extends PartProps {
  readonly media: readonly { readonly name: string; readonly displayName: string }[];
}

const FRAMES: readonly FrameChoice[] = ['all', 'fixed', 'last', 'changes'];

/** Another type; what changed is not to be had of a person. */
const withType = ({ frame }: JobForm, type: string): Partial<JobForm> =>
  type === 'Person' && frame === 'changes' ? { type, frame: 'all' } : { type };

/** What is exported: source, type, media, attachments, time frame, and the size of the files. */
export function Contents({ form, set, wrong, locked, media }: ContentsProps) {
  const words = useWords();
  const isPerson = form.type === 'Person';
  const once = form.run === 'now' || form.run === 'later';
  const names = new Map(media.map(({ name, displayName }) => [name.toLowerCase(), displayName]));
  const choices = [...new Set([...names.keys(), ...form.media])];
  return (
    <fieldset className={styles['part']} disabled={locked}>
      <legend className={styles['legend']}>{words('job.what')}</legend>
      <div className={styles['pair']}>
        <NativeSelect
          label={words('job.source')}
          required
          data={[{ value: 'UCS', label: words('source.UCS') }]}
        />
        <NativeSelect
          label={words('job.type')}
          required
          data={JOB_TYPES.map((value) => ({ value, label: words(`type.${value}`) }))}
          value={form.type}
          onChange={({ currentTarget: { value } }) => set(withType(form, value))}
        />
      </div>
      {isPerson && (
        <TextInput
          label={words('job.contactId')}
          description={words('job.contactId.hint')}
          required
          maxLength={255}
          value={form.contactId}
          error={wrong.contactId}
          onChange={({ currentTarget: { value } }) => set({ contactId: value })}
        />
      )}
      {form.type !== 'Contact' && (
        <>
          <Switch
            label={words('job.media.all')}
            checked={form.allMedia}
            onChange={({ currentTarget: { checked } }) => set({ allMedia: checked })}
          />
          {!form.allMedia && (
            <Suspense>
              <MediaField choices={choices} names={names} form={form} set={set} wrong={wrong} />
            </Suspense>
          )}
          <Switch
            label={words('job.attachments')}
            checked={form.attachments}
            onChange={({ currentTarget: { checked } }) => set({ attachments: checked })}
          />
        </>
      )}
      <Radio.Group
        label={words('job.timeFrame')}
        value={form.frame}
        error={wrong.frame}
        onChange={(value) => set({ frame: FRAMES.find((frame) => frame === value) ?? 'all' })}
      >
        <div className={styles['choices']}>
          {FRAMES.map((frame) => (
            <Radio
              key={frame}
              value={frame}
              label={words(`job.frame.${frame}`)}
              disabled={(frame === 'last' && once) || (frame === 'changes' && isPerson)}
              {...(frame === 'last' && once ? { description: words('job.frame.lastOnce') } : {})}
              {...(frame === 'changes' && isPerson ? { description: words('job.frame.changesOfAll') } : {})}
            />
          ))}
        </div>
      </Radio.Group>
      {form.frame === 'fixed' && (
        <div className={styles['pair']}>
          <TextInput
            type="datetime-local"
            label={words('job.fromUtc')}
            value={form.from}
            error={wrong.from}
            onChange={({ currentTarget: { value } }) => set({ from: value })}
          />
          <TextInput
            type="datetime-local"
            label={words('job.toUtc')}
            value={form.to}
            error={wrong.to}
            onChange={({ currentTarget: { value } }) => set({ to: value })}
          />
        </div>
      )}
      {form.frame === 'last' && (
        <TextInput
          className={styles['short'] ?? ''}
          label={words('job.lastDays')}
          inputMode="numeric"
          value={form.lastDays}
          error={wrong.lastDays}
          onChange={({ currentTarget: { value } }) => set({ lastDays: value })}
        />
      )}
      <TextInput
        className={styles['short'] ?? ''}
        label={words('job.fileSplitSize')}
        description={words('job.fileSplitSize.hint')}
        placeholder={words('job.fileSplitSize.example')}
        value={form.splitSize}
        error={wrong.splitSize}
        onChange={({ currentTarget: { value } }) => set({ splitSize: value })}
      />
    </fieldset>
  );
}

import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { PAGE_ID } from '../../../model/page-paths.ts';
import { isMailAddress } from '../../../model/mail-address.ts';
import { mailUrl, WEBHOOK_EVENTS, type WebhookEvent } from '../../../model/webhook.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { makeWebhook } from '../../service/webhooks.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './notifications.module.css';

/** Asks for an address, and what it is to be told. What is made of a mail address has no secret: "". */
export function AddWebhook({
  onMade,
  onClose,
}: {
  readonly onMade: (secret: string) => void;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const [url, setUrl] = useState('');
  const [job, setJob] = useState('');
  const [events, setEvents] = useState<readonly WebhookEvent[]>(WEBHOOK_EVENTS);
  const fault =
    events.length === 0
      ? words('webhooks.chooseEvents')
      : job !== '' && !PAGE_ID.test(job)
        ? words('webhooks.noId')
        : null;
  const add = async () => {
    const address = url.trim();
    const asked = isMailAddress(address) ? mailUrl(address) : address;
    onMade(await makeWebhook({ url: asked, events, jobId: job === '' ? null : Number(job) }));
  };
  return (
    <FormDialog
      title={words('webhooks.add')}
      note={words('webhooks.addNote')}
      verb={words('webhooks.addVerb')}
      fault={fault}
      onSubmit={add}
      onClose={onClose}
    >
      <TextInput
        label={words('webhooks.url')}
        value={url}
        onChange={({ currentTarget: { value } }) => setUrl(value)}
        autoComplete="off"
        data-autofocus
        required
      />
      <fieldset className={styles['events']}>
        <legend>{words('webhooks.events')}</legend>
        {WEBHOOK_EVENTS.map((event) => (
          <Checkbox
            key={event}
            label={words(`webhooks.${event}`)}
            checked={events.includes(event)}
            onChange={({ currentTarget: { checked } }) =>
              setEvents(WEBHOOK_EVENTS.filter((one) => (one === event ? checked : events.includes(one))))
            }
          />
        ))}
      </fieldset>
      <TextInput
        label={words('webhooks.job')}
        description={words('webhooks.jobHelp')}
        inputMode="numeric"
        value={job}
        onChange={({ currentTarget: { value } }) => setJob(value.trim())}
        autoComplete="off"
      />
    </FormDialog>
  );
}

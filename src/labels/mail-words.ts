import type { WebhookEvent } from '../model/webhook.ts';

/** What a mail can tell of: what webhooks are told of, and that one was asked for to see whether mails come. */
export type MailEvent = WebhookEvent | 'test';

/** What a mail says of an event, in English: ids and numbers, nobody's name and no reason, which may name a record. */
export const EN_MAILS = {
  'run.started': 'Run {historyId} of job {jobId} has started.',
  'run.finished': 'Run {historyId} of job {jobId} has finished. Files: {files}.',
  'run.failed': 'Run {historyId} of job {jobId} has failed. Its page says why.',
  'run.cancelled': 'Run {historyId} of job {jobId} was cancelled.',
  'run.skipped': 'Run {historyId} of job {jobId} was skipped: another run was in progress.',
  'delivery.finished':
    'The files of run {historyId} of job {jobId} were delivered to the bucket. Files: {files}.',
  'delivery.failed':
    'The files of run {historyId} of job {jobId} could not be delivered to the bucket. The page of the run says why.',
  'files.expiring': 'The files of run {historyId} of job {jobId} expire on {expiresAt}. Files: {files}.',
  'certificate.ending':
    'A certificate that exports are sealed for ends on {notAfter}. Add another one before. SHA-256: {fingerprint}',
  'budget.reached': '{percent} % of the budget of {month} is used up.',
  test: 'This is a test: mails of this contact center come here.',
  why: 'Somebody at the contact center {contactCenter} has this address told what happens; there it can be removed, too. Event {id}.',
} as const satisfies Readonly<Record<MailEvent | 'why', string>>;

/** The same in German. */
export const DE_MAILS: Readonly<Record<keyof typeof EN_MAILS, string>> = {
  'run.started': 'Lauf {historyId} von Auftrag {jobId} hat begonnen.',
  'run.finished': 'Lauf {historyId} von Auftrag {jobId} ist abgeschlossen. Dateien: {files}.',
  'run.failed': 'Lauf {historyId} von Auftrag {jobId} ist fehlgeschlagen. Warum, steht auf seiner Seite.',
  'run.cancelled': 'Lauf {historyId} von Auftrag {jobId} wurde abgebrochen.',
  'run.skipped': 'Lauf {historyId} von Auftrag {jobId} wurde übersprungen: Ein anderer Lauf war im Gange.',
  'delivery.finished':
    'Die Dateien von Lauf {historyId} von Auftrag {jobId} wurden in den Bucket geliefert. Dateien: {files}.',
  'delivery.failed':
    'Die Dateien von Lauf {historyId} von Auftrag {jobId} konnten nicht in den Bucket geliefert werden. Warum, steht auf der Seite des Laufs.',
  'files.expiring':
    'Die Dateien von Lauf {historyId} von Auftrag {jobId} laufen am {expiresAt} ab. Dateien: {files}.',
  'certificate.ending':
    'Ein Zertifikat, für das Exporte versiegelt werden, endet am {notAfter}. Fügen Sie vorher ein anderes hinzu. SHA-256: {fingerprint}',
  'budget.reached': '{percent} % des Budgets von {month} sind verbraucht.',
  test: 'Dies ist ein Test: Mails dieses Contact-Centers kommen hier an.',
  why: 'Jemand im Contact-Center {contactCenter} lässt dieser Adresse mitteilen, was geschieht; dort lässt sie sich auch entfernen. Ereignis {id}.',
};

import type { FailureCode } from '../../model/failure-codes.ts';

/**
 * What a page says of a failure whose words are for who writes programs: it speaks of what is on the page. `{role}` names the roles that
 * bring the privilege which is missing.
 */
export const EN_PAGE_FAILURES = {
  'not-one-of': 'What was chosen for {field} is not known here; choose again.',
  'not-taken': '{field} cannot be this; choose again.',
  'unstorable-text': '{field} holds characters that cannot be kept; type it anew.',
  'not-a-date': '{field} must be a date, such as 2026-11-26.',
  'not-an-id': '{field} must be a whole number, 1 or more.',
  'foreign-cursor': 'The list was filtered anew meanwhile: load the page again.',
  'too-many-names': 'At most {max} at once: select fewer.',
  'body-too-large': 'At most {max} bytes can be sent at once.',
  'body-cut-off': 'The connection broke off; try again.',
  'body-too-slow': 'The connection was too slow: it may take {seconds} seconds. Try again.',
  'unreadable-request': 'The service could not read this; load the page again.',
  'unknown-path': 'The service does not know this: it may have been replaced meanwhile. Load the page again.',
  'method-not-allowed':
    'The service does not do this: it may have been replaced meanwhile. Load the page again.',
  'https-only': 'This service answers by https alone: change the address.',
  'unknown-selection':
    'What was counted is good for ten minutes, and they are over: close this and begin again.',
  'key-of-another': 'Something else was sent before in its place; try again.',
  'key-under-way': 'It is under way already; look again in a moment.',
  'too-many-keys':
    'The contact center has made {max} jobs and runs within a day; try again in {seconds} seconds.',
  'no-token': 'You are not signed in.',
  'not-a-bearer': 'You are not signed in.',
  'token-expired': 'Your session has ended; sign in again.',
  'token-invalid': 'Your session has ended; sign in again.',
  'privilege-missing': 'This needs a role that you do not have: {role}. Ask your administrator for it.',
  'caller-ended': 'Your user was disabled or deleted; ask your administrator.',
  'api-key-needed':
    'Your contact center demands an API key with every request, also of these pages; ask your administrator.',
  'second-factor-needed': 'This user has a second factor: type a code of it, too.',
  'second-factor-first': 'Your contact center demands a second factor: set one up first.',
  'session-needed': 'This needs a sign-in in this browser.',
  'foreign-origin':
    'Nothing can be changed from this address: open the pages at the address of the service itself.',
  'program-unknown':
    'No such program is known here: begin anew in the program, and tell who runs it if it stays so.',
  'redirect-unknown':
    'The program wants its answer at an address that it has not registered, so nothing is sent there.',
  'response-type-unknown': 'The program asks in a way that this service does not answer; tell who runs it.',
  'challenge-needed':
    'The program asks without the protection that this service demands (PKCE); tell who runs it.',
  'person-needed': 'The program wants no question to be asked, but somebody has to decide; tell who runs it.',
  'parameter-repeated': 'The program’s request names something twice; begin anew in the program.',
  'no-user': 'There is no user “{name}” any more.',
  'no-client': 'There is no such client any more.',
  'no-api-key': 'There is no such API key any more.',
  'no-issuer': 'There is no such issuer any more.',
  'no-webhook': 'There is no such address any more.',
  'no-stream': 'There is no such address any more.',
  'not-a-mail-address': 'This is no mail address.',
  'mail-tested': 'A test was just sent to a mail address.',
  'mail-not-set-up':
    'No mails are sent here: ask whoever runs this service to set that up, or give an https address.',
  'own-api-key-first':
    'There is no API key that is good yet: add one first, or no program could ask any more.',
  'outside-not-again':
    'The sign-in elsewhere did not say that you proved just now who you are; try again, or ask your administrator.',
  'filter-value': '{field} does not fit the comparison: choose another value, or compare otherwise.',
  'attributes-of-data-sync':
    'What changed since the last run cannot be asked for the attribute “{name}”: choose a field of the contacts themselves, or all data.',
  'title-length': 'The title must have 1 to {max} characters, without spaces at its ends.',
  'unknown-source': 'There is no such source: choose Contact History.',
  'source-not-supported': 'Info Mart exports are not supported: choose Contact History.',
  'unknown-media': 'There is no media type “{name}” any more: choose others.',
  'time-frame-order': 'The start must be before the end.',
  'time-frame-of-data-sync':
    'What changed since the last run has no dates: choose all data, or a fixed interval.',
  'last-of-one-time': 'A job that runs once takes all data or a fixed interval.',
  'not-a-duration': 'Write a whole number of days.',
  'cron-missing': 'Write a cron expression.',
  'start-date-form': 'Write a date and a time, before the year 9999.',
  'start-date-past': 'The start must be in the future.',
  'one-time-start': 'A job that runs once starts now, or at a time in the future.',
  'not-a-size': 'Write a number with KB, MB or GB, such as 100MB.',
  'size-out-of-range': 'The size must be from {min} to {max}.',
  'no-job': 'There is no such job any more: it may have been deleted.',
  'no-history-item': 'There is no such run any more: it may have been deleted.',
  'no-file': 'The file “{name}” is not here any more: it may have expired or been deleted.',
  'already-synced':
    'The job goes on behind what this run exported, and does not export it again: run the job instead.',
  'link-changed': 'The link was changed: download the file from Artifacts.',
  'link-expired': 'The link has expired: download the file from Artifacts.',
  'file-gone': 'The file is not here any more.',
  'no-certificate': 'No certificate is on file: upload one in User preferences.',
  'certificate-needed': 'No certificate is on file: upload one in User preferences.',
  'unknown-certificate': 'This certificate is not on file any more.',
  'certificate-label-missing': 'Write what the certificate is to be called.',
  'certificate-file-missing': 'Choose the file of a certificate.',
  'certificate-file-repeated': 'Choose one file alone.',
  'private-key':
    'The file holds a private key; it was not stored. Upload the certificate alone (out of a .p12 or .pfx: openssl pkcs12 -in FILE -clcerts -nokeys), and treat the key as exposed if others may have seen it on its way.',
  'import-statements': 'The file was not taken whole; send it once more.',
  'import-statements-at-end': 'The file was not taken whole; send it once more.',
  'import-too-slow': 'The connection was too slow; try again.',
  'gzip-untold': 'The file is packed with gzip: give it a name that ends in .gz.',
} as const satisfies Partial<Readonly<Record<FailureCode, string>>>;

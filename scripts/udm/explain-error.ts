import { ClientError } from '../../src/client/client-error.ts';
import { RefusedRequest } from '../../src/client/requests.ts';
import { explainFile } from '../cli/explain.ts';
import { CommandError, UsageError } from '../cli/command.ts';

/** What the service advises in the words of its API, and the command that does it. */
const COMMANDS: readonly (readonly [advice: RegExp, command: string])[] = [
  [
    /takes either "immediately": true or a startDate in the future/,
    'takes --now, or a --start-date in the future; --runs and --cron make it run again and again',
  ],
  [/GET export\/jobs lists them/, '"udm jobs list" shows them'],
  [/GET export\/history lists them/, '"udm history list" shows them'],
  [/GET users lists them/, '"udm users list" shows them'],
  [/GET clients lists them/, '"udm clients list" shows them'],
  [/GET api-keys lists them/, '"udm keys list" shows them'],
  [/GET file-metadatas lists what is/, '"udm files list" shows what is'],
  [/GET data\/sub-types lists them/, '"udm data media" lists them'],
  [/GET data\/sources lists what there is/, '"udm data sources" lists what there is'],
  [/GET webhooks lists them/, '"udm webhooks list" shows them'],
  [/GET certificates lists them/, '"udm certificate list" shows them'],
  [/upload one with POST cipher\/<name>/, 'upload one with "udm certificate upload FILE"'],
  [/POST cipher\/<name> uploads one/, '"udm certificate upload FILE" does it'],
  [
    /get a(?: new)? one from POST \/auth\/v3\/oauth\/token|get one from POST \S+/,
    'sign in again with "udm login"',
  ],
];

/** Members of a job, and the options that say them here. */
const OPTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    type: '--type',
    media: '--media',
    exportAttachments: '--attachments',
    fileSplitSize: '--split-size',
    contactId: '--contact-id',
    filters: '--filter',
    all: '--all',
    dateFrom: '--from',
    dateTo: '--to',
    last: '--last',
    immediately: '--now',
    startDate: '--start-date',
    runs: '--runs',
    cron: '--cron',
    timeZone: '--time-zone',
  }),
);
/** A member by its path; and those by their names alone that are no words of a language. */
const MEMBER = /\b(?:jobParams|timeFrame|schedulerParam)\.(\w+)|\b[a-z]+[A-Z]\w+/g;

/** A user's mistake is a sentence or two; a defect says that it is one, and shows its stack with UDM_DEBUG. */
export function explainError(error: unknown): unknown {
  if (error instanceof UsageError) return `${error.message}.\n"-h" behind the command shows its options.`;
  if (error instanceof RefusedRequest) return advised(error.said);
  if (error instanceof CommandError || error instanceof ClientError) return error.message;
  const ofFile = explainFile(error);
  if (ofFile !== null) return ofFile;
  if (process.env['UDM_DEBUG'] || !(error instanceof Error)) return error;
  return `udm failed in a way that it should not: ${error.message}\nWith UDM_DEBUG=1 it shows where.`;
}

const advised = (said: string): string =>
  COMMANDS.reduce((text, [advice, command]) => text.replace(advice, command), said).replace(
    MEMBER,
    (member: string, name = member) => OPTIONS.get(name) ?? member,
  );

import { stripVTControlCharacters } from 'node:util';

/** Lines of wrangler's that are shown. */
const MOST_LINES = 12;
/** Where a token is changed. */
export const TOKENS = 'https://dash.cloudflare.com/profile/api-tokens';
export const PLANS = 'https://dash.cloudflare.com/?to=/:account/workers/plans';

/** What a token must be allowed, by what begins the path of what is asked. */
export const PERMISSIONS = {
  D1: 'Account · D1 · Edit',
  R2: 'Account · Workers R2 Storage · Edit',
  queues: 'Account · Queues · Edit',
  Workers: 'Account · Workers Scripts · Edit',
} as const;

const plan = `The plan is Workers Free, and this needs Workers Paid: choose it at ${PLANS}, and run it again.`;
const login = `The login is refused: make a token at ${TOKENS} and put it into CLOUDFLARE_API_TOKEN, or run "npx wrangler login".`;

/** What helps against Cloudflare's own numbers of reasons, whoever was told them: this program or wrangler. */
const BY_CODE: Readonly<Record<number, string>> = {
  1000: login,
  6003: login,
  6111: login,
  9106: login,
  10042:
    'R2 is not switched on for this account: do so at https://dash.cloudflare.com/?to=/:account/r2, and run it again.',
  10063:
    'The account has no name under workers.dev yet: choose one at https://dash.cloudflare.com/?to=/:account/workers/subdomain, and run it again.',
  100328: plan,
  100129: plan,
};
const NOT_ALLOWED = new Set([10_000, 9_109]);

/** A sentence on what to do about a refusal; "" where nothing is known. */
export function remedyOf(code: number, status: number, doing: string): string {
  const known = BY_CODE[code];
  if (known) return known;
  if (NOT_ALLOWED.has(code) || status === 403) return permissionRemedy(doing);
  if (status === 401) return login;
  if (status === 429 || status >= 500)
    return 'That is Cloudflare’s own trouble: run it again in a few minutes, it goes on where it stopped (https://www.cloudflarestatus.com).';
  return '';
}

/** Which permission what was to be done needs. */
function permissionRemedy(doing: string): string {
  const area = Object.entries(PERMISSIONS).find(([name]) =>
    new RegExp(`\\b${name}\\b`, 'i').test(doing.replace(/queue\b/, 'queues')),
  );
  const what = area ? `needs the permission "${area[1]}"` : `lacks a permission`;
  return `The token ${what}: add it at ${TOKENS}, and run it again.`;
}

/** What wrangler printed when it failed, shortened to what it complains of, and what to do. */
export function explainWrangler(printed: string, doing: string): string {
  const output = stripVTControlCharacters(printed);
  const codes = [...output.matchAll(/\[code: (\d+)\]/g)].map(([, code]) => Number(code));
  const remedy = codes.map((code) => remedyOf(code, 0, doing)).find((text) => text !== '') ?? '';
  const complaints = [...output.matchAll(/\[ERROR\]\s*([\s\S]*?)(?=\n\s*\n\s*\n|\n\S|$)/g)].map(
    ([, said = '']) => said,
  );
  const lines = (complaints.length > 0 ? complaints : output.split('\n').slice(-MOST_LINES))
    .flatMap((said) => said.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return `${lines.slice(0, MOST_LINES).join('\n')}\n${remedy}`.trim();
}

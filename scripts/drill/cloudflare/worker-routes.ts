import { randomUUID } from 'node:crypto';
import type { Script, UploadedVersion } from './account.ts';
import { bodyOf, on, Refusal, type ApiRequest, type Route } from './route.ts';
import { readUpload } from './upload.ts';

const scriptOf = ({ account, parts: [name = ''] }: ApiRequest): Script => {
  const script = account.scripts.get(name);
  if (!script) throw new Refusal(404, 10_007, 'This Worker does not exist on your account.');
  return script;
};

/** Workers: uploads, versions, secrets, crons, addresses. */
export const WORKER_ROUTES: readonly Route[] = [
  // Workers
  on('GET', '/workers/subdomain', ({ account }) => {
    if (account.subdomain === null)
      throw new Refusal(404, 10_007, 'You do not have a workers.dev subdomain.');
    return { subdomain: account.subdomain };
  }),
  on('GET', '/workers/scripts', ({ account }) => [...account.scripts.keys()].map((id) => ({ id }))),
  on('GET', '/workers/services/*', (asked) => {
    const { migrationTag } = scriptOf(asked);
    const script = { tag: 'tag', tags: [], last_deployed_from: 'wrangler', migration_tag: migrationTag };
    return { default_environment: { environment: 'production', script } };
  }),
  on('GET', '/workers/workers/*', (asked) => ({
    name: asked.parts[0],
    subdomain: scriptOf(asked).subdomain,
  })),
  on('PUT', '/workers/scripts/*', async (asked) => {
    const before = asked.account.scripts.get(asked.parts[0] ?? '');
    const { upload, secrets, migrationTag, keepSecrets } = await readUpload(asked.request);
    const script: Script = before ?? {
      upload,
      secrets: new Map(),
      versions: [],
      crons: [],
      subdomain: { enabled: false, previews_enabled: false },
      migrationTag: undefined,
    };
    if (!keepSecrets) script.secrets.clear();
    for (const [name, text] of secrets) script.secrets.set(name, text);
    script.upload = inherited(upload, script.upload);
    script.migrationTag = migrationTag ?? script.migrationTag;
    asked.account.scripts.set(asked.parts[0] ?? '', script);
    const version = newVersion(script);
    asked.platform.serve(script, asked.account);
    return {
      id: asked.parts[0],
      etag: 'etag',
      deployment_id: version.replaceAll('-', ''),
      startup_time_ms: 20,
    };
  }),
  on('POST', '/workers/scripts/*/versions', async (asked) => {
    const script = scriptOf(asked);
    const { upload, secrets } = await readUpload(asked.request);
    for (const [name, text] of secrets) script.secrets.set(name, text);
    script.upload = inherited(upload, script.upload);
    return { id: newVersion(script), startup_time_ms: 20, resources: { script: { etag: 'etag' } } };
  }),
  on('POST', '/workers/scripts/*/deployments', async (asked) => {
    const { versions } = await bodyOf<{ versions: { version_id: string }[] }>(asked);
    const script = scriptOf(asked);
    const id = versions[0]?.version_id ?? '';
    script.versions = [id, ...script.versions.filter((version) => version !== id)];
    asked.platform.serve(script, asked.account);
    return { id: randomUUID() };
  }),
  on('GET', '/workers/scripts/*/deployments', (asked) => ({
    deployments: scriptOf(asked).versions.map((version_id) => ({
      id: version_id,
      source: 'wrangler',
      strategy: 'percentage',
      created_on: new Date().toISOString(),
      author_email: 'drill@example.com',
      versions: [{ version_id, percentage: 100 }],
    })),
  })),
  on('GET', '/workers/scripts/*/versions/*', (asked) => ({
    id: asked.parts[1],
    resources: { script: {}, bindings: shownBindings(scriptOf(asked)), script_runtime: {} },
    metadata: {},
  })),
  on('GET', '/workers/scripts/*/settings', (asked) => ({ bindings: shownBindings(scriptOf(asked)) })),
  on('PATCH', '/workers/scripts/*/script-settings', () => ({})),
  on('GET', '/workers/scripts/*/secrets', (asked) =>
    [...scriptOf(asked).secrets.keys()].map((name) => ({ name, type: 'secret_text' })),
  ),
  on('PATCH', '/workers/scripts/*/secrets-bulk', async (asked) => {
    const script = scriptOf(asked);
    const { secrets } = await bodyOf<{ secrets: Record<string, { text: string } | null> }>(asked);
    for (const [name, secret] of Object.entries(secrets))
      if (secret) script.secrets.set(name, secret.text);
      else script.secrets.delete(name);
    newVersion(script);
    asked.platform.serve(script, asked.account);
    return {};
  }),
  on('GET', '/workers/scripts/*/schedules', (asked) => ({
    schedules: scriptOf(asked).crons.map((cron) => ({ cron })),
  })),
  on('PUT', '/workers/scripts/*/schedules', async (asked) => {
    const list = await bodyOf<{ cron: string }[]>(asked);
    scriptOf(asked).crons = list.map(({ cron }) => cron);
    return { schedules: list };
  }),
  on('GET', '/workers/scripts/*/subdomain', (asked) => scriptOf(asked).subdomain),
  on(
    'POST',
    '/workers/scripts/*/subdomain',
    async (asked) => (scriptOf(asked).subdomain = await bodyOf(asked)),
  ),
  on('POST', '/workers/scripts/*/assets-upload-session', () => ({ jwt: 'e30.e30.e30', buckets: [] })),
  on('GET', '/workers/durable_objects/namespaces', () => []),
];

function newVersion(script: Script): string {
  const id = randomUUID();
  script.versions.unshift(id);
  return id;
}

const shownBindings = (script: Script) => [
  ...script.upload.bindings,
  ...[...script.secrets.keys()].map((name) => ({ name, type: 'secret_text' })),
];

/** A binding that is uploaded as `inherit` stays what it was: wrangler says so of queues that it finds bound. */
const inherited = (upload: UploadedVersion, before: UploadedVersion): UploadedVersion => ({
  ...upload,
  bindings: upload.bindings.flatMap((binding) =>
    binding.type === 'inherit' ? before.bindings.filter(({ name }) => name === binding.name) : [binding],
  ),
});

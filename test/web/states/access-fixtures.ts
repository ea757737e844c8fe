import type { components } from '../../../src/client/api.d.ts';
import { WEBHOOK_EVENTS } from '../../../src/model/webhook.ts';
import { FINGERPRINT, hence, LONG, LONG_NAME } from './fixtures.ts';

type Schemas = components['schemas'];

export const person = (change: object = {}) => ({
  id: 'anna',
  name: 'anna.schmidt@example.org',
  roles: ['exporter'],
  disabled: false,
  invited: false,
  issuer: null,
  secondFactor: true,
  createdDate: hence(-900),
  createdBy: 'demo',
  passwordChangedAt: hence(-50),
  ...change,
});
export const LONG_PERSON = person({
  id: LONG_NAME,
  name: LONG_NAME,
  roles: ['administrator', 'auditor'],
  disabled: true,
});

export const KEY: Schemas['ApiKey'] = {
  id: 'k-K5P2R-Or9yED',
  name: LONG,
  roles: ['exporter', 'importer'],
  expiresAt: hence(-10),
  lastUsedAt: hence(-2),
  createdDate: hence(-900),
  createdBy: LONG_NAME,
};
export const CLIENT: Schemas['OAuthClient'] = {
  id: 'c-7qaf4_33k8FV',
  name: LONG,
  roles: ['exporter'],
  redirectUris: [`https://reports.example.org/${LONG}`, 'http://127.0.0.1/cb'],
  createdDate: hence(-900),
  createdBy: LONG_NAME,
};
export const ISSUER: Schemas['Issuer'] = {
  id: 'i-1',
  name: 'Example login',
  issuer: `https://login.example.org/${LONG}/v2.0`,
  audience: 'api://user-data-management',
  jwks: null,
  algorithms: ['RS256'],
  claims: { name: 'preferred_username', roles: 'roles' },
  roleNames: { 'udm-exporters': 'exporter' },
  clientId: 'udm-pages',
  createdBy: 'demo',
  createdDate: hence(-900),
};

export const webhook = (change: object = {}) => ({
  id: 'w-1',
  url: `https://hooks.example.org/services/${LONG}`,
  events: [...WEBHOOK_EVENTS],
  jobId: null,
  enabled: true,
  disabledBy: null,
  failingSince: '',
  previousSecretUntil: '',
  createdDate: hence(-900),
  createdBy: 'demo',
  ...change,
});
export const WEBHOOKS = {
  max: 20,
  items: [
    webhook(),
    webhook({
      id: 'w-2',
      url: 'https://example.com/udm',
      failingSince: hence(-20),
      events: ['run.failed'],
      jobId: 7,
    }),
    webhook({ id: 'w-3', enabled: false, disabledBy: 'failures', failingSince: hence(-80) }),
    webhook({ id: 'w-4', enabled: false, disabledBy: 'user', previousSecretUntil: hence(10) }),
    webhook({ id: 'w-5', url: 'mailto:exports@acme.example', events: ['run.failed', 'files.expiring'] }),
  ],
};
const stream = (change: object = {}) => {
  const { events: _, jobId: __, ...standing } = webhook(change);
  return { ...standing, takenTo: 4_711 };
};
export const STREAMS = {
  max: 5,
  items: [
    stream({ id: 'w-6' }),
    stream({ id: 'w-7', url: 'https://siem.example.org/udm', failingSince: hence(-20) }),
  ],
};
const delivery = (state: string, change: object = {}) => ({
  event: 'run.finished',
  eventId: `evt_${FINGERPRINT}`,
  at: hence(-3),
  state,
  tries: 1,
  nextTryAt: '',
  jobId: 7,
  lastTriedAt: hence(-2),
  status: 204,
  answer: '',
  ...change,
});
export const DELIVERIES = {
  items: [
    delivery('delivered'),
    delivery('waiting', { event: 'run.failed', tries: 3, status: 503, answer: LONG, nextTryAt: hence(1) }),
    delivery('given-up', { tries: 9, status: null, answer: 'The connection was refused.' }),
    delivery('waiting', { tries: 0 }),
  ],
};

export const ENTRY = {
  id: 50,
  time: hence(-1),
  actor: { type: 'user', name: LONG_NAME, ccid: 'demo', client: 'demo', session: 's-1234567890' },
  action: 'job.delete',
  objects: Array.from({ length: 40 }, (_, index) => `job:${index}`),
  outcome: 'privilege-missing',
  count: 12,
  address: '2001:db8:85a3:8d3:1319:8a2e:370:7348',
  userAgent:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  requestId: '999fd2ee-0bcf-44fd-ae51-04ba4eeb2ca9',
  previous: FINGERPRINT,
  hash: FINGERPRINT,
  end: null,
};

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { asJudged } from '../../identity/as-judged.ts';
import { liftedBy } from '../../model/center-settings.ts';
import { fail, ok } from '../../model/failures.ts';
import { isAdministrator, ROLE_NAMES, ROLES } from '../../model/roles.ts';
import { hasApiKey } from '../../store/api-keys.ts';
import { findBudget, saveBudget } from '../../store/budgets.ts';
import { findSettings, saveSettings } from '../../store/center-settings.ts';
import { jsonBody } from '../body.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { readableJson } from '../job-body.ts';
import { RoleList, SettingsAnswer, SettingsChange } from '../openapi/schemas-center.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { bearer, requires, requiresSignIn } from '../sign-in/guard.ts';
import { declared, V10 } from '../versions.ts';

const common = { ...declared(V10, 'Access'), security: bearer };

const getRoles = createRoute({
  ...common,
  method: 'get',
  path: `${V10.base}/roles`,
  operationId: 'listRoles',
  summary: 'Show what each role may do',
  description: 'The table of roles with their privileges. Everybody who is signed in may read it.',
  middleware: [requiresSignIn],
  responses: { 200: json('The roles.', RoleList), ...errors(400, 401, 403) },
});

const getSettings = createRoute({
  ...common,
  method: 'get',
  path: `${V10.base}/settings`,
  operationId: 'getSettings',
  summary: 'Show what the contact center demands',
  description: 'What the contact center has decided of access to it.',
  middleware: [requires('users.read')],
  responses: { 200: json('The settings.', SettingsAnswer), ...errors(400, 401, 403) },
});

const patchSettings = createRoute({
  ...common,
  method: 'patch',
  path: `${V10.base}/settings`,
  operationId: 'changeSettings',
  summary: 'Change what the contact center demands',
  description:
    'Changes what is given and leaves the rest. It holds everywhere within a minute. Only an administrator changes `cipherByAdministratorsOnly`, and makes the others demand less than they do.',
  middleware: [requires('users.write'), jsonBody, readableJson(SettingsChange)],
  request: { body: { required: true, content: { 'application/json': { schema: SettingsChange } } } },
  responses: { 200: json('The settings.', SettingsAnswer), ...errors(400, 401, 403, 408, 413, 415) },
});

/** The table of roles, and what the caller's contact center has decided of access. */
export function accessRoutes({ db, now }: Pick<Services, 'db' | 'now'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  const settingsOf = async (ccid: string) => {
    const { secondFactor, ...settings } = await findSettings(db, ccid);
    const roles = factorNames.filter((name) => secondFactor.includes(name));
    return { ...settings, secondFactor: roles, budget: (await findBudget(db, ccid)) ?? 0 };
  };
  operation(routes, getRoles, async (c) => {
    const items = ROLE_NAMES.map((name) => ({
      name,
      ...ROLES[name],
      privileges: [...ROLES[name].privileges],
    }));
    return ok(c.json({ items }, 200));
  });
  operation(routes, getSettings, async (c) => ok(c.json(await settingsOf(c.var.caller.ccid), 200)));
  operation(routes, patchSettings, async (c) => {
    const { ccid, roles } = c.var.caller;
    const { budget, ...change } = c.req.valid('json');
    if (change.requireApiKey && !(await hasApiKey(db, ccid, now())))
      return fail('own-api-key-first', 'requireApiKey');
    const saved = await asJudged({
      judge: async () => {
        const settings = await findSettings(db, ccid);
        // Who gives roles would else open the certificate to whom it has made.
        const kept = change.cipherByAdministratorsOnly === undefined ? null : 'cipherByAdministratorsOnly';
        const reserved = kept ?? liftedBy(settings, change);
        return reserved && !isAdministrator(roles) ? fail('administrators-only', reserved) : ok(settings);
      },
      by: (settings) => settings,
      write: async (judged) => (await saveSettings(db, { ccid, judged }, change)) || null,
      // They are as they were judged, so that they were written.
      refused: fail('administrators-only', ''),
    });
    if (!saved.ok) return saved;
    if (budget !== undefined) await saveBudget(db, ccid, budget === 0 ? null : budget);
    return ok(c.json(await settingsOf(ccid), 200));
  });
  return routes;
}

const factorNames = [...ROLE_NAMES, 'all'] as const;

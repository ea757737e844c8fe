import type { OpenAPIHono } from '@hono/zod-openapi';
import { apiKeyChecks, besideToken, keyAlone } from '../identity/api-key.ts';
import { authentication, bearerVerifier, ownIssuer } from '../identity/bearer.ts';
import { factorDemand } from '../identity/factor-demand.ts';
import { outsideTokens } from '../identity/outside-tokens.ts';
import { ownSignIn } from '../identity/own-sign-in.ts';
import { recentCheck } from '../identity/sign-in-again.ts';
import { standing } from '../identity/standing.ts';
import { unlessSuspended } from '../identity/suspended.ts';
import { authorizeRoutes } from './sign-in/authorize.ts';
import { outsideRoutes } from './sign-in/outside.ts';
import { invitationRoutes } from './sign-in/invitation.ts';
import { cookieVerifier } from '../identity/cookie.ts';
import { paced } from '../identity/pace.ts';
import { discoveryRoutes } from './sign-in/discovery.ts';
import { revokeRoutes } from './sign-in/revoke.ts';
import { sessionRoutes } from './sign-in/session.ts';
import { nothingNoted } from './audit/door.ts';
import { userInfoRoutes } from './sign-in/userinfo.ts';
import { declareToken, tokenRoutes } from './sign-in/token.ts';
import { SECURITY_SCHEMES } from './sign-in/security.ts';
import { newRouter, type AppEnv } from './context.ts';
import { crossOrigin } from './cross-origin.ts';
import { downloadRoutes } from './downloads/download.ts';
import { docsRoutes, documentRoute } from './openapi/routes.ts';
import { entranceRoutes } from './entrances.ts';
import { defect, unknownPath } from './errors.ts';
import { otherMethods } from './methods.ts';
import { enveloped } from './predecessor.ts';
import { operatorRoutes } from './operator/routes.ts';
import { overHttps } from './over-https.ts';
import { pageRoutes } from './page/routes.ts';
import { requestIdOf } from './request-id.ts';
import { accessRoutes } from './routes/access.ts';
import { apiKeyRoutes } from './routes/api-keys.ts';
import { auditRoutes } from './routes/audit.ts';
import { attributeRoutes } from './routes/attributes.ts';
import { certificateRoutes } from './routes/certificates.ts';
import { cipherRoutes } from './routes/cipher.ts';
import { clientRoutes } from './routes/clients.ts';
import { dataRoutes } from './routes/data.ts';
import { destinationRoutes } from './routes/destinations.ts';
import { fileMetadataRoutes } from './routes/file-metadatas.ts';
import { fileRoutes } from './routes/files.ts';
import { healthRoutes } from './routes/health.ts';
import { historyRoutes } from './routes/history.ts';
import { contactRoutes } from './routes/contacts.ts';
import { costRoutes } from './routes/cost.ts';
import { importRoutes } from './routes/import.ts';
import { issuerRoutes } from './routes/issuers.ts';
import { jobRoutes } from './routes/jobs.ts';
import { labelRoutes } from './routes/labels.ts';
import { meRoutes } from './routes/me.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { secondFactorRoutes } from './routes/second-factor.ts';
import { userRoutes } from './routes/users.ts';
import { programRoutes } from './routes/programs.ts';
import { ownSessionRoutes, userSessionRoutes } from './routes/sessions.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { auditStreamRoutes } from './routes/audit-streams.ts';
import { versionRoutes } from './routes/version.ts';
import { selectionRoutes } from './routes/selections.ts';
import { statisticsRoutes } from './routes/statistics.ts';
import type { Services } from './services.ts';
import { deprecation, PREDECESSORS, V10, V3, V4, VERSIONS, type Version } from './versions.ts';

/** The resources of the reference, and the versions that have each of them. */
const RESOURCES: readonly {
  readonly routes: (services: Services, version: Version) => OpenAPIHono<AppEnv>;
  readonly versions: readonly Version[];
}[] = [
  { routes: versionRoutes, versions: [V10, V3] },
  { routes: cipherRoutes, versions: [V10, V3] },
  { routes: certificateRoutes, versions: [V10] },
  { routes: dataRoutes, versions: [V10, V3] },
  { routes: attributeRoutes, versions: [V10] },
  { routes: jobRoutes, versions: [V10, V4] },
  { routes: historyRoutes, versions: [V10, V4] },
  { routes: fileMetadataRoutes, versions: [V10, V3] },
  { routes: fileRoutes, versions: [V10, V3] },
  { routes: selectionRoutes, versions: [V10] },
  { routes: statisticsRoutes, versions: [V10] },
  { routes: costRoutes, versions: [V10] },
  { routes: labelRoutes, versions: [V10] },
  { routes: importRoutes, versions: [V10] },
  { routes: contactRoutes, versions: [V10] },
  { routes: healthRoutes, versions: [V10] },
  { routes: metricsRoutes, versions: [V10] },
  { routes: userRoutes, versions: [V10] },
  { routes: clientRoutes, versions: [V10] },
  { routes: apiKeyRoutes, versions: [V10] },
  { routes: issuerRoutes, versions: [V10] },
  { routes: webhookRoutes, versions: [V10] },
  { routes: auditStreamRoutes, versions: [V10] },
  { routes: destinationRoutes, versions: [V10] },
  { routes: accessRoutes, versions: [V10] },
  { routes: meRoutes, versions: [V10] },
  { routes: secondFactorRoutes, versions: [V10] },
  { routes: auditRoutes, versions: [V10] },
  { routes: ownSessionRoutes, versions: [V10] },
  { routes: userSessionRoutes, versions: [V10] },
  { routes: programRoutes, versions: [V10] },
];

/** The HTTP side of the service. Every route is declared, so that an API document can be made from the app. */
export function createApp(services: Services): OpenAPIHono<AppEnv> {
  const app = newRouter();
  const { config, db } = services;
  const now = () => services.now();
  const keys = apiKeyChecks({ db, now });
  // Ways to prove who asks.
  const verifiers = [
    besideToken(
      keys,
      bearerVerifier(
        ownIssuer(config, standing({ db, now })),
        outsideTokens({ ...services, keys: services.outside }),
      ),
    ),
    cookieVerifier({ db, origin: config.origin }),
    keyAlone(keys),
  ];
  const known = unlessSuspended(authentication(verifiers, now), { db, now });
  const authenticate = paced(known, config.rateLimit, now);
  const demand = factorDemand({ db, now });
  const recent = recentCheck({ db, now });
  app.use(async (c, next) => {
    const requestId = requestIdOf(c.req.raw.headers);
    c.set('requestId', requestId);
    c.set('authenticate', authenticate);
    c.set('factorDemand', demand);
    c.set('recentCheck', recent);
    c.set('ownSignIn', ownSignIn(db));
    c.set('audit', services.audit);
    c.set('noted', nothingNoted());
    c.set('keeping', services);
    await next();
    c.header('X-Request-Id', requestId);
    // What an answer says is for whoever asked: nothing on the way keeps it or guesses at it.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
  });
  app.use(overHttps(config.origin));
  app.use(crossOrigin(config.corsOrigins));
  app.use(otherMethods(app));
  for (const { base, current } of [...VERSIONS, ...PREDECESSORS])
    if (!current) app.use(`${base}/*`, deprecation);
  for (const version of VERSIONS) {
    const router = versionRouter(services, version);
    documentRoute(router, version);
    app.route('/', router);
  }
  for (const version of PREDECESSORS) {
    app.use(`${version.base}/*`, enveloped);
    app.route('/', versionRouter(services, version));
  }
  app.route('/', docsRoutes(VERSIONS, services));
  app.route('/', entranceRoutes());
  app.route('/', pageRoutes(services));
  app.route('/', operatorRoutes(services));
  app.onError(defect);
  app.notFound(unknownPath);
  return app;
}

/** The routes of one version, which are its document too. What is beside the versions stands with the current one. */
function versionRouter(services: Services, version: Version): OpenAPIHono<AppEnv> {
  const router = newRouter();
  for (const { routes, versions } of RESOURCES)
    if (versions.some(({ name }) => name === version.name)) router.route('/', routes(services, version));
  if (version.current) {
    router.route('/', tokenRoutes(services));
    router.route('/', authorizeRoutes(services));
    router.route('/', outsideRoutes(services));
    router.route('/', invitationRoutes(services));
    router.route('/', sessionRoutes(services));
    router.route('/', revokeRoutes(services));
    router.route('/', userInfoRoutes());
    router.route('/', discoveryRoutes(services));
    router.route('/', downloadRoutes(services));
  } else declareToken(router);
  for (const [name, scheme] of Object.entries(SECURITY_SCHEMES))
    router.openAPIRegistry.registerComponent('securitySchemes', name, scheme);
  return router;
}

/**
 * What the audit log tells of an operation. Acts are entered before they are done and ended after; sign-ins with their outcome,
 * once it is known who signs in; reads are entered only where they are refused, and so is what needs no sign-in.
 */
export interface AuditRow {
  readonly action: string;
  readonly kind: 'act' | 'read' | 'sign-in' | 'open';
  /** What the parameter names: the type of the objects, and the parameter of the path, or the list in the query. */
  readonly names: { readonly type: string; readonly parameter: string } | null;
  /** Of which type what the operation made is; the `id` of its answer names it. */
  readonly made: string | null;
  /** Whether the names may be told in the clear; else their keyed hash is. */
  readonly clear: boolean;
}

const row = (kind: AuditRow['kind'], action: string, type?: string, parameter = 'id'): AuditRow => ({
  action,
  kind,
  names: type === undefined ? null : { type, parameter },
  made: null,
  clear: true,
});
const read = (action: string): AuditRow => row('read', action);
const act = (action: string, type?: string, parameter?: string): AuditRow =>
  row('act', action, type, parameter);
const making = (action: string, made: string): AuditRow => ({ ...row('act', action), made });
const open = (action: string): AuditRow => row('open', action);

/** Every operation of every version by its id. A test holds the table against the API documents. */
export const AUDIT_ROWS: Readonly<Record<string, AuditRow>> = {
  issueToken: row('sign-in', 'token.issue'),
  signIn: row('sign-in', 'session.open'),
  signInAgain: act('session.renew'),
  signOut: row('sign-in', 'session.end'),
  listSignInIssuers: open('issuer.offer'),
  beginOutsideSignIn: open('session.ask'),
  finishOutsideSignIn: row('sign-in', 'session.open'),
  authorizeProgram: open('consent.ask'),
  showConsent: read('consent.read'),
  decideConsent: act('consent.decide'),
  endOwnSession: act('session.end', 'session'),
  endOwnSessions: act('session.end'),
  getOwnSessions: read('session.read'),
  endOwnProgram: act('program.end', 'client'),
  getOwnPrograms: read('program.read'),

  uploadCertificate: act('certificate.replace'),
  addCertificate: act('certificate.add'),
  makeCertificatePrimary: act('certificate.primary', 'certificate', 'fingerprint'),
  removeCertificate: act('certificate.remove', 'certificate', 'fingerprint'),
  createJob: making('job.create', 'job'),
  updateJob: act('job.update', 'job'),
  deleteJob: act('job.delete', 'job'),
  deleteJobs: act('job.delete', 'job', 'jobIDs'),
  cancelJob: act('job.cancel', 'job'),
  suspendJob: act('job.suspend', 'job'),
  resumeJob: act('job.resume', 'job'),
  runJob: { ...act('job.run', 'job'), made: 'run' },
  cancelJobs: act('job.cancel'),
  suspendJobs: act('job.suspend'),
  resumeJobs: act('job.resume'),
  retryHistoryItem: { ...act('run.retry', 'run'), made: 'run' },
  retryHistory: act('run.retry'),
  setDestination: act('destination.set', 'job'),
  removeDestination: act('destination.remove', 'job'),
  testDestination: act('destination.test'),
  deliverHistoryItem: act('run.deliver', 'run'),
  addWebhook: making('webhook.add', 'webhook'),
  changeWebhook: act('webhook.change', 'webhook'),
  renewWebhookSecret: act('webhook.secret', 'webhook'),
  testWebhook: act('webhook.test', 'webhook'),
  removeWebhook: act('webhook.remove', 'webhook'),
  addAuditStream: making('stream.add', 'stream'),
  changeAuditStream: act('stream.change', 'stream'),
  renewAuditStreamSecret: act('stream.secret', 'stream'),
  testAuditStream: act('stream.test', 'stream'),
  removeAuditStream: act('stream.remove', 'stream'),
  deleteHistoryItem: act('run.delete', 'run'),
  deleteHistory: act('run.delete', 'run', 'jobIDs'),
  getFile: act('file.link', 'file', 'filename'),
  getFiles: act('file.link', 'file', 'filename'),
  deleteFile: act('file.delete', 'file', 'filename'),
  deleteFiles: act('file.delete', 'file', 'filename'),
  importRecords: act('records.import', 'records', 'kind'),
  eraseContact: { ...act('contact.erase', 'contact', 'contactId'), clear: false },

  acceptInvitation: row('sign-in', 'invitation.accept'),
  addUser: making('user.add', 'user'),
  changeUser: act('user.change', 'user', 'name'),
  removeUser: act('user.remove', 'user', 'name'),
  inviteUser: act('user.invite', 'user', 'name'),
  changePassword: act('password.change'),
  beginSecondFactor: act('second-factor.begin'),
  confirmSecondFactor: act('second-factor.confirm'),
  renewRecoveryCodes: act('second-factor.codes'),
  removeSecondFactor: act('second-factor.remove'),
  resetSecondFactor: act('second-factor.reset', 'user', 'name'),
  dismissNotices: act('notices.dismiss'),
  addClient: making('client.add', 'client'),
  changeClient: act('client.change', 'client'),
  renewClientSecret: act('client.secret', 'client'),
  removeClient: act('client.remove', 'client'),
  addApiKey: making('api-key.add', 'api-key'),
  changeApiKey: act('api-key.change', 'api-key'),
  renewApiKey: act('api-key.renew', 'api-key'),
  removeApiKey: act('api-key.remove', 'api-key'),
  addIssuer: making('issuer.add', 'issuer'),
  changeIssuer: act('issuer.change', 'issuer'),
  removeIssuer: act('issuer.remove', 'issuer'),
  changeSettings: act('settings.change'),

  revokeToken: act('token.revoke'),
  endUserSessions: act('session.end', 'user', 'name'),
  getUserSessions: read('session.read'),
  getUserInfo: read('me.read'),
  getOpenIdUserInfo: read('me.read'),
  getOpenIdConfiguration: open('service.read'),
  getServerMetadata: open('service.read'),
  getSigningKeys: open('service.read'),

  listUsers: read('user.read'),
  getUser: read('user.read'),
  listClients: read('client.read'),
  getClient: read('client.read'),
  listApiKeys: read('api-key.read'),
  listIssuers: read('issuer.read'),
  getApiKey: read('api-key.read'),
  listRoles: read('role.read'),
  getSettings: read('settings.read'),
  getMe: read('me.read'),
  getCertificate: read('certificate.read'),
  listCertificates: read('certificate.read'),
  getJobStatuses: read('data.read'),
  getSources: read('data.read'),
  getDataTypes: read('data.read'),
  getSubTypes: read('data.read'),
  getAttributes: read('data.read'),
  listJobs: read('job.read'),
  getJob: read('job.read'),
  listHistory: read('run.read'),
  getHistoryItem: read('run.read'),
  getProgress: read('run.read'),
  listWebhooks: read('webhook.read'),
  listWebhookDeliveries: read('webhook.read'),
  listFileMetadatas: read('file.read'),
  listAuditStreams: read('stream.read'),
  listAuditStreamDeliveries: read('stream.read'),
  listAudit: read('audit.read'),
  getAuditChain: read('audit.read'),
  createSelection: read('selection.make'),
  getStatistics: read('data.read'),
  getCost: read('data.read'),

  getVersion: open('service.read'),
  getLabels: open('service.read'),
  getHealth: open('service.read'),
  getMetrics: open('metrics.read'),
  getApiDocument: open('service.read'),
  download: open('file.download'),
};

/** What the log tells of an operation that the table does not know: nothing that changes something goes unwritten. */
export const auditRow = (operationId: string, method: string): AuditRow =>
  (Object.hasOwn(AUDIT_ROWS, operationId) ? AUDIT_ROWS[operationId] : undefined) ??
  (method === 'get' ? read(operationId) : act(operationId));

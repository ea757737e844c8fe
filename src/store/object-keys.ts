/** Where the service keeps bytes in R2. Below each of these lies one sort of objects; then the key names the contact center. */
export const ARTIFACTS = 'artifacts/';
export const TAILS = 'tail/';
export const PREPARED = 'prepared/';
export const TEXTS = 'history/';
export const PREFIXES = [ARTIFACTS, TAILS, PREPARED, TEXTS];

const center = (ccid: string): string => encodeURIComponent(ccid);

/** Everything of one sort that a contact center has. */
export const ofCenter = (sort: string, ccid: string): string => `${sort}${center(ccid)}/`;

/** Sealed volumes: `artifacts/<ccid>/<run>/…`, kept until the artifact expires. */
export const artifactPrefix = (ccid: string, runId: number): string =>
  `${ARTIFACTS}${center(ccid)}/${runId}/`;

/** Sealed bytes between two slices: `tail/<ccid>/<run>/…`, kept until the next checkpoint. */
export const tailPrefix = (ccid: string, runId: number): string => `${TAILS}${center(ccid)}/${runId}/`;

/** Pieces that a run had to make before its volumes were written, sealed: `prepared/<ccid>/<run>/…`, kept until it ends. */
export const preparedPrefix = (ccid: string, runId: number): string => `${PREPARED}${center(ccid)}/${runId}/`;

/** Texts of records: `history/<ccid>/<kind>/<uuid>`; the uuid is new for every upload, so that no object is ever written twice. */
export const textKey = (ccid: string, kind: string, uuid: string): string =>
  `${TEXTS}${center(ccid)}/${kind}/${uuid}`;

const ofText = /^history\/([^/]+)\/([^/]+)\/[^/]+$/;

/** The contact center and kind of a text's key; null for a key of another form. */
export const placeOfText = (key: string): { readonly ccid: string; readonly kind: string } | null => {
  const [, ccid, kind] = ofText.exec(key) ?? [];
  return ccid === undefined || kind === undefined ? null : { ccid: decodeURIComponent(ccid), kind };
};

const ofRun = /^(?:artifacts|tail|prepared)\/[^/]+\/(\d+)\//;

/** The run that a key of `artifacts/`, `tail/` or `prepared/` belongs to; null for a key of another form. */
export const runOfKey = (key: string): number | null => {
  const match = ofRun.exec(key);
  return match ? Number(match[1]) : null;
};

const ofCenterKey = /^(?:artifacts|tail|prepared|history)\/([^/]+)\//;

/** The contact center that a key names; null for a key of another form. */
export const centerOfKey = (key: string): string | null => {
  const [, name] = ofCenterKey.exec(key) ?? [];
  return name === undefined ? null : decodeURIComponent(name);
};

/**
 * An object that no row names is an orphan when it is this old, in milliseconds. Until then whoever wrote it may still
 * write the row: a run in progress, or an import.
 */
export const ORPHAN_AGE_MS = 3_600_000;

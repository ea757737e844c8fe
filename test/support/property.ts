import * as fc from 'fast-check';
import { inLength, VITE_SEED } from './mode.ts';

/**
 * Properties draw the same cases each time in `npm test` and in CI, so that what they say of a commit does not depend on the day;
 * `npm run test:long` by hand draws new ones.
 */
fc.configureGlobal({ seed: Number(VITE_SEED ?? inLength(4_711, Date.now() | 0)) });

export { fc };

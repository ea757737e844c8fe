import * as fc from 'fast-check';
import { inLength } from './mode.ts';

/**
 * Properties draw the same cases each time in `npm test`, so that what it says of a commit does not depend on the day; `npm run
 * test:long` draws new ones.
 */
fc.configureGlobal({ seed: inLength(4_711, Date.now() | 0) });

export { fc };

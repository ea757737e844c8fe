import { writeLabelsReadme } from './labels/failure-table.ts';

// Writes the table of failures in src/labels/README.md; test/labels/failures.node.test.ts holds that it is current.
await writeLabelsReadme();

import { explainFile } from './cli/explain.ts';
import { EXIT_CODES } from './udm/exit-codes.ts';
import { runUdm } from './udm/program.ts';

// A reader that has seen enough (head, less) closes the pipe: that is no failure. A full disk is one, told in a sentence.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT_CODES.done[0]);
  console.error(explainFile(Object.assign(error, { path: 'The output' })) ?? error);
  process.exit(EXIT_CODES.failed[0]);
});
process.exitCode = await runUdm(process.argv.slice(2));

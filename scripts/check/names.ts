import { CommandError, runCommand } from '../cli/command.ts';
import { PROJECT } from '../dev/wrangler.ts';
import { checkNames, EXCEPTIONS, EXCEPTIONS_MOST } from './check-names.ts';

await runCommand(async () => {
  const { doubles, unused, afterIssues, files, names } = checkNames(PROJECT);
  if (names < files) throw new CommandError(`Only ${names} names were found in ${files} files.`);
  const wrong = [
    ...doubles.map((double) => `${double.name} is exported by several rooms: ${double.files.join(', ')}`),
    ...unused.map(({ name }) => `${name} is an exception, and no double any more`),
    ...afterIssues.map((file) => `${file} is named after an issue`),
    ...(EXCEPTIONS.length > EXCEPTIONS_MOST ? [`More than ${EXCEPTIONS_MOST} exceptions`] : []),
  ];
  for (const what of wrong) console.error(what);
  console.log(`Names: ${names} in ${files} files, ${wrong.length} violations`);
  return wrong.length === 0 ? 0 : 1;
});

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runCommand } from '../cli/command.ts';

/** Programs that tests judge by, and Debian's packages that bring them. Without one its tests are skipped. */
const PROGRAMS: Readonly<Record<string, string>> = {
  '7z': 'p7zip-full',
  zip: 'zip',
  unzip: 'unzip',
  openssl: 'openssl',
  curl: 'curl',
  sqlite3: 'sqlite3',
  python3: 'python3',
  gpgsm: 'gpgsm',
  'gpg-agent': 'gpg-agent',
  certutil: 'libnss3-tools',
  java: 'default-jdk-headless',
  chromium: 'chromium',
  perl: 'perl',
};
const LIBRARIES: Readonly<Record<string, string>> = {
  bcprov: 'libbcprov-java',
  bcpkix: 'libbcpkix-java',
  bcutil: 'libbcutil-java',
  bcmail: 'libbcmail-java',
  'javax.mail': 'libmail-java',
  'commons-compress': 'libcommons-compress-java',
  zip4j: 'libzip4j-java',
};

/** Says before the tests begin what they lack, and how to get it; it is no failure. */
await runCommand(async () => {
  const programs = Object.entries(PROGRAMS).filter(
    ([name]) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0,
  );
  const libraries = Object.entries(LIBRARIES).filter(([name]) => !existsSync(`/usr/share/java/${name}.jar`));
  const missing = [...programs, ...libraries];
  if (missing.length === 0) return 0;
  console.log(`Missing on this machine: ${missing.map(([name]) => name).join(', ')}.`);
  console.log('The tests that judge by them are skipped. On Debian and Ubuntu they come with:');
  console.log(`  apt-get install ${missing.map(([, name]) => name).join(' ')}`);
  return 0;
});

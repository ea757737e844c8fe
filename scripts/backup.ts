import { resolve } from 'node:path';
import { readRecipient } from './backup/sealed-lines.ts';
import { takeBackup } from './backup/take-backup.ts';
import { readArguments, runCommand, UsageError } from './cli/command.ts';
import { stopSignal } from './cli/signals.ts';
import { asOperator, PLACE_HELP, PLACE_OPTIONS } from './operator/operated.ts';
import { readCcid } from './user/options.ts';

const HELP = `npm run backup -- --ccid CCID --certificate FILE --out FILE [place]

Writes what a contact center is to one file, as JSON Lines: settings, limits, certificates, users, clients, keys, issuers and webhooks without
their secrets, the audit log, jobs with their history, what webhooks were told, what was done by month; with --records the contact history, too,
and who was erased. Exported files are not in it. It is sealed: only the key of the
certificate opens it, as in "openssl smime -decrypt -binary -inkey KEY -in FILE". "npm run restore -- --from FILE --key KEY" takes it back.
Nothing changes; what is made meanwhile is in it or not. Cut off, it leaves no file, and is begun again.

  --ccid CCID         the contact center
  --certificate FILE  whom the file is sealed for: a certificate of yours (X.509, RSA) as PEM or DER
  --records           with the records: as JSON Lines within its own, "jq -j 'select(.kind == "records" and .of == "interactions").text'"
  --out FILE          the file that is written; one that is there is replaced when the new one is whole

${PLACE_HELP}
  --help              this text`;

const OPTIONS = {
  ...PLACE_OPTIONS,
  ccid: { type: 'string' },
  certificate: { type: 'string' },
  records: { type: 'boolean', default: false },
  out: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

await runCommand(async (args) => {
  const { values } = readArguments({ args, options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const ccid = readCcid(values.ccid);
  const { certificate, out, records: withRecords } = values;
  if (!certificate || !out) throw new UsageError(`--${certificate ? 'out' : 'certificate'} is missing`);
  const certificateDer = readRecipient(certificate);
  return asOperator(values, stopSignal(), async (operated) => {
    const { counts, sha256 } = await takeBackup(operated, ccid, {
      out: resolve(out),
      certificateDer,
      withRecords,
    });
    console.log(`Contact center ${ccid} is in ${out}, sealed for ${certificate}.`);
    for (const [what, count] of Object.entries(counts)) console.log(`  ${what.padEnd(20)}${count}`);
    console.log(`  SHA-256 ${sha256}`);
    return 0;
  });
});

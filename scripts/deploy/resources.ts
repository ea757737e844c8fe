import type { Notes } from './folder.ts';
import type { Names } from './names.ts';
import type { Resource } from './resource.ts';
import { answersResource } from './resources/answers.ts';
import { bucketResource } from './resources/bucket.ts';
import { administratorResource, clientResource } from './resources/center.ts';
import { databaseResource } from './resources/database.ts';
import { lifecycleResource } from './resources/lifecycle.ts';
import { migrationsResource } from './resources/migrations.ts';
import { proofResource } from './resources/proof.ts';
import { queueResource } from './resources/queue.ts';
import { secretsResource } from './resources/secrets.ts';
import { workerResource } from './resources/worker.ts';
import { projectConfig, variableOf } from './wrangler-config.ts';

/** Everything that a deployment consists of, in the order in which it is made: each needs those before it. */
export const resourcesOf = (names: Names, notes: Notes): readonly Resource[] => [
  databaseResource(names),
  bucketResource(names),
  lifecycleResource(names, Number(variableOf(projectConfig(), 'RETENTION_DAYS'))),
  ...names.queues.map((queue) => queueResource(names, queue)),
  migrationsResource(),
  workerResource(names),
  secretsResource(names),
  answersResource(),
  administratorResource(notes),
  clientResource(notes),
  proofResource(),
];

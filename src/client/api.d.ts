// Generated from the API document by `node scripts/check/api.ts --write`; a check holds it current.
export interface paths {
  '/udm/v10/version': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tell which service this is
     * @description Tells the name and build of what is running. Needs no token.
     */
    get: operations['getVersion'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/cipher': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show the certificate on file
     * @description Of several the primary one, which `GET certificates` lists first. Tells under which name the certificate was uploaded and when, whom it names, when it ends, and how large its key is.
     */
    get: operations['getCertificate'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/cipher/{certificatefilename}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Upload the certificate that exports are encrypted for
     * @description Replaces the primary one on file. X.509 with an RSA key of 2048 bits or more, PEM or DER. In a browser session whose person gave the password more than five minutes ago: 403 `sign-in-again` (`POST /auth/v3/sign-in/again`, then repeat the request).
     */
    post: operations['uploadCertificate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/certificates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the certificates that exports are encrypted for
     * @description Every file is encrypted for all of them that are valid when its run begins, and opens with the key of any. `certificates` of a history item or file names those it is encrypted for.
     */
    get: operations['listCertificates'];
    put?: never;
    /**
     * Add a certificate that exports are encrypted for
     * @description Adds another recipient, so that a new key is there before the old one ends; runs that begin from now on are encrypted for it, too. The first one is the primary one. One that is on file gets the new label. In a browser session whose person gave the password more than five minutes ago: 403 `sign-in-again` (`POST /auth/v3/sign-in/again`, then repeat the request).
     */
    post: operations['addCertificate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/certificates/{fingerprint}/primary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Make a certificate the primary one
     * @description The primary certificate is the one that `cipher` shows and replaces. It has to be valid. In a browser session whose person gave the password more than five minutes ago: 403 `sign-in-again` (`POST /auth/v3/sign-in/again`, then repeat the request).
     */
    put: operations['makeCertificatePrimary'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/certificates/{fingerprint}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Remove a certificate
     * @description Nothing is encrypted for it any more; its key still opens the files that were. The last one stays. Where it was the primary one, the one that ends last is it now. In a browser session whose person gave the password more than five minutes ago: 403 `sign-in-again` (`POST /auth/v3/sign-in/again`, then repeat the request).
     */
    delete: operations['removeCertificate'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/data/job-statuses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the statuses of jobs
     * @description Every status that a job or history item can have, with the label that is shown for it.
     */
    get: operations['getJobStatuses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/data/sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the sources of data
     * @description What jobs can export from.
     */
    get: operations['getSources'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/data/types': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the types of data
     * @description What `jobParams.type` of a job can be.
     */
    get: operations['getDataTypes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/data/sub-types': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the media types
     * @description What `jobParams.media` can name: the platform’s media and those of the records on file.
     */
    get: operations['getSubTypes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/data/attributes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the attributes of records
     * @description The fields of the schemas, and up to 1,000 other keys that import has seen in the records, of interactions in `ALLATTRIBUTES`, too; of contacts the names of their attributes.
     */
    get: operations['getAttributes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List jobs
     * @description The jobs of the contact center, the newest first unless asked otherwise.
     */
    get: operations['listJobs'];
    put?: never;
    /**
     * Create a job
     * @description Creates a job and submits its first run, where it runs at once. A certificate must be on file. What `GET export/jobs/{id}` answers can be sent, too, to clone the job.
     */
    post: operations['createJob'];
    /**
     * Delete jobs
     * @description Deletes jobs with their history and artifacts. A job in progress is not deleted.
     */
    delete: operations['deleteJobs'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/jobs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show a job
     * @description One job, with everything that is needed to edit or clone it.
     */
    get: operations['getJob'];
    /**
     * Edit a job
     * @description Puts another definition in the place of a recurring job that is not running. What `GET export/jobs/{id}` answers can be sent back, edited.
     */
    put: operations['updateJob'];
    post?: never;
    /**
     * Delete a job
     * @description Deletes a job with its history and artifacts. A job in progress is refused.
     */
    delete: operations['deleteJob'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/jobs/{id}/run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Run a job now
     * @description Adds a run now, also of a job that is suspended or runs once. The schedule stays as it is, and so does whether the job is suspended. Refused while a run is Queued or In Progress.
     */
    post: operations['runJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/jobs/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Suspend selected jobs
     * @description Suspends the jobs of a selection: no further run starts; those under way go on to their ends.
     */
    post: operations['suspendJobs'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/jobs/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Resume selected jobs
     * @description Resumes the jobs of a selection: their runs start again at the times of the schedule.
     */
    post: operations['resumeJobs'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/jobs/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel selected jobs
     * @description Stops the runs that are under way of the jobs of a selection.
     */
    post: operations['cancelJobs'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/jobs/cancel/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel the run of a job
     * @description Stops the run that is under way; nothing of it is kept.
     */
    post: operations['cancelJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/jobs/suspend/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Suspend a job
     * @description No further run starts; one under way goes on to its end.
     */
    post: operations['suspendJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/jobs/resume/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Resume a job
     * @description Runs start again at the times of the schedule.
     */
    post: operations['resumeJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the runs of jobs
     * @description The history items of the contact center, the newest first unless asked otherwise.
     */
    get: operations['listHistory'];
    put?: never;
    post?: never;
    /**
     * Delete history items
     * @description Deletes runs with their artifacts. A run in progress is not deleted.
     */
    delete: operations['deleteHistory'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/history/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show a run
     * @description One history item, with what happened to its run; `parentId` is the id of its job.
     */
    get: operations['getHistoryItem'];
    put?: never;
    post?: never;
    /**
     * Delete a history item
     * @description Deletes a run with its artifacts. A run in progress is refused.
     */
    delete: operations['deleteHistoryItem'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/history/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Run again
     * @description Does the same window with the same settings again, as another run of its job, whatever the schedule says. Takes runs that are Failed, Cancelled or Skipped, and Finished ones that are not DataSync; a DataSync run begins at the last change that was exported. Refused while a run of the job is Queued or In Progress.
     */
    post: operations['retryHistoryItem'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/history/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Run selected history items again
     * @description Does each run of a selection again, as `POST export/history/{id}/retry` does one.
     */
    post: operations['retryHistory'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/history/{id}/progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show how far a run is
     * @description Percent and status of a run, told by the run itself.
     */
    get: operations['getProgress'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/file-metadatas': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the files that can be downloaded
     * @description The artifacts of finished runs, without those that have expired.
     */
    get: operations['listFileMetadatas'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get links to download files
     * @description Signed links in the order of the names, at most 100; each is good for 10 minutes and needs no token.
     */
    get: operations['getFiles'];
    put?: never;
    post?: never;
    /**
     * Delete files
     * @description Deletes the artifacts of these names; their history items stay.
     */
    delete: operations['deleteFiles'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/files/{filename}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get a link to download a file
     * @description Redirects to a signed link that is good for 10 minutes and needs no token.
     */
    get: operations['getFile'];
    put?: never;
    post?: never;
    /**
     * Delete a file
     * @description Deletes the artifact of this name; its history item stays.
     */
    delete: operations['deleteFile'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/selections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Select rows of a list
     * @description Picks the rows that match now, 1,000 at most, and tells how many they are before anything is done to them. Bulk operations take the token and act on these rows alone, whatever changes meanwhile.
     */
    post: operations['createSelection'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/statistics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show the figures of the contact center
     * @description What runs, what failed in the last seven days, what starts next, what expires soon, the state of the certificate and of the scheduler, and what was exported by day.
     */
    get: operations['getStatistics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/cost': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show what a month has cost
     * @description What the contact center had done for it, counted as it was done, at Cloudflare’s list prices beyond what the plan includes: runs, imports, the putting of records into order (`compaction`), downloads, other requests, the keeping of exported files, and of the current month that of the records that there are now. CPU is reckoned as no more than the time that it took. Not among it is the plan’s base fee, which a deployment pays once. The last minute’s requests may be missing.
     */
    get: operations['getCost'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/resources/labels': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the labels of a user interface
     * @description Every label by its key, in the language that `Accept-Language` prefers. Needs no token.
     */
    get: operations['getLabels'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/import/{kind}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Import records as JSON Lines
     * @description Every line is taken or refused for itself; a record that is there already is replaced.
     */
    post: operations['importRecords'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/contacts/{contactId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Erase a contact
     * @description Removes the contact with its attributes, its interactions and their documents, for good. The answer says what that does not reach: files and runs that came before it. In a browser session whose person gave the password more than five minutes ago: 403 `sign-in-again` (`POST /auth/v3/sign-in/again`, then repeat the request).
     */
    delete: operations['eraseContact'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tell whether the service works
     * @description Looks after the database and its tables, the bucket, the queues and every key. The answer is at most 10 s old. Needs no token; with an administrator’s it tells what was looked after.
     */
    get: operations['getHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tell what monitoring asks for
     * @description Runs by outcome, records and bytes, delays, queues and the database, as OpenMetrics has them; at most 10 s old. For the operator’s monitoring: it takes the deployment’s `METRICS_TOKEN` and no other. Where none is set there are no metrics.
     */
    get: operations['getMetrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List users
     * @description The users of the contact center, the newest first unless asked otherwise.
     */
    get: operations['listUsers'];
    put?: never;
    /**
     * Add a user
     * @description Adds a user of the contact center. Without a password the answer has an invitation: a link by which the user chooses one, once, within 72 hours. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    post: operations['addUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/users/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show a user
     * @description One user of the contact center.
     */
    get: operations['getUser'];
    put?: never;
    post?: never;
    /**
     * Remove a user
     * @description Removes a user. What the user has made stays; what the user had opened ends within a minute. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    delete: operations['removeUser'];
    options?: never;
    head?: never;
    /**
     * Change a user
     * @description Gives a user other roles, or lets nobody sign in as the user any more, or again. Either ends open invitations of the user. What a disabled user had opened ends within a minute. So does what a user had opened who gets `security` or `administrator`; a password that was set with such a user is good no more: invite the user. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    patch: operations['changeUser'];
    trace?: never;
  };
  '/udm/v10/users/{name}/invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Let a user choose a password
     * @description Makes an invitation, as for a forgotten password. The old password is good until another one is chosen; earlier invitations are good no more. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    post: operations['inviteUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/clients': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List OAuth clients
     * @description The OAuth clients of the contact center, the newest first unless asked otherwise.
     */
    get: operations['listClients'];
    put?: never;
    /**
     * Add an OAuth client
     * @description Makes a client that signs in for itself with its roles, or signs in users of the contact center, with a browser where it has `redirectUris`. Its secret is in the answer, and nowhere else. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    post: operations['addClient'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/clients/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show an OAuth client
     * @description One OAuth client of the contact center, without its secret.
     */
    get: operations['getClient'];
    put?: never;
    post?: never;
    /**
     * Remove an OAuth client
     * @description Removes a client. The tokens that it has obtained end within a minute. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    delete: operations['removeClient'];
    options?: never;
    head?: never;
    /**
     * Change an OAuth client
     * @description Gives the client another name, or puts other roles, or other addresses to send browsers back to, in the place of those that it has. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    patch: operations['changeClient'];
    trace?: never;
  };
  '/udm/v10/clients/{id}/secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make another secret for an OAuth client
     * @description Makes a secret in the place of the one that the client has, which is good no more. It is in the answer, and nowhere else. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    post: operations['renewClientSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/api-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List API keys
     * @description The API keys of the contact center, the newest first unless asked otherwise.
     */
    get: operations['listApiKeys'];
    put?: never;
    /**
     * Make an API key
     * @description Makes a key that goes with tokens as `x-api-key` and, where it has roles, acts as a machine without one. The key is in the answer, and nowhere else. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    post: operations['addApiKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/api-keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show an API key
     * @description One API key of the contact center, without the key itself.
     */
    get: operations['getApiKey'];
    put?: never;
    post?: never;
    /**
     * Remove an API key
     * @description Removes a key. It ends within a minute. The last good one stays while the contact center demands one. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    delete: operations['removeApiKey'];
    options?: never;
    head?: never;
    /**
     * Change an API key
     * @description Gives the key another name, other roles or another end, and leaves the rest. It holds everywhere within a minute. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    patch: operations['changeApiKey'];
    trace?: never;
  };
  '/udm/v10/api-keys/{id}/secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make another key in the place of one
     * @description Makes another key with the same id, name, roles and end. The one from before ends within a minute. The key is in the answer, and nowhere else. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    post: operations['renewApiKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/issuers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List outside issuers
     * @description The issuers outside of this service whose tokens the contact center accepts, the oldest first.
     */
    get: operations['listIssuers'];
    put?: never;
    /**
     * Accept the tokens of an outside issuer
     * @description Names an issuer, whose discovery document and keys are read at once. Its tokens speak for this contact center alone. Only an administrator names one. Entries of one `issuer` have the same keys. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    post: operations['addIssuer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/issuers/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Accept the tokens of an outside issuer no more
     * @description Removes an issuer. Its tokens are refused within a minute; sessions that it opened go on until they end. Only an administrator removes one. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    delete: operations['removeIssuer'];
    options?: never;
    head?: never;
    /**
     * Change an outside issuer
     * @description Changes what is given and leaves the rest, within a minute. Another issuer or audience is another one: add it. Only an administrator changes one. Entries of one `issuer` have the same keys. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    patch: operations['changeIssuer'];
    trace?: never;
  };
  '/udm/v10/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List webhooks
     * @description Where the contact center is told what happens, the oldest first.
     */
    get: operations['listWebhooks'];
    put?: never;
    /**
     * Tell an address what happens
     * @description Adds an address to which runs, files that expire and certificates that end are told, as Standard Webhooks has it: POST of `{type, timestamp, data}` with `webhook-id`, `webhook-timestamp` and `webhook-signature`. At least once, by id; of a job in its order; again with growing pauses for a day where it is not answered by 2xx within five seconds. Redirects are not followed, and addresses that are not public are refused. The secret is in the answer, and nowhere else. A mail address (`mailto:…`) is told the same by mails in English and German, by the same rules: ids, numbers and a link to the page, no reason of a failure and nobody’s name; a mail that the platform takes to send is a delivery.
     */
    post: operations['addWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/webhooks/{id}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what a webhook was told
     * @description The newest 100 deliveries of 40 days, with what was answered.
     */
    get: operations['listWebhookDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/webhooks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Remove a webhook
     * @description Removes a webhook with its deliveries. Nothing is sent to it any more.
     */
    delete: operations['removeWebhook'];
    options?: never;
    head?: never;
    /**
     * Change a webhook
     * @description Changes what is given and leaves the rest. A webhook to which nothing came for three days is disabled; `enabled` begins anew.
     */
    patch: operations['changeWebhook'];
    trace?: never;
  };
  '/udm/v10/webhooks/{id}/secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make another secret for a webhook
     * @description For a day deliveries are signed by both, so that the receiver can change in between. The secret is in the answer, and nowhere else.
     */
    post: operations['renewWebhookSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/webhooks/{id}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a test to a webhook
     * @description Sends `{"type": "test", …}` at once, signed as all others, and tells what came of it. It is tried once. To mail addresses of a contact center one test goes a minute.
     */
    post: operations['testWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/audit/streams': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List where the audit log is streamed to
     * @description Addresses that are told every link of the audit log, the oldest first.
     */
    get: operations['listAuditStreams'];
    put?: never;
    /**
     * Stream the audit log to an address
     * @description From now on every link of the audit log is told there, as webhooks are (Standard Webhooks, signed): `{"type": "audit.links", timestamp, "data": {contactCenter, first, last, links}}`, where each link is as it was hashed (`id`, `time`, `actor`, `action`, …; of an end `entry`, `outcome`) with its `hash` beside. Up to 100 links a delivery, in the order of their ids, each at least once, within a minute; the next delivery follows when the one before was taken. Nothing is left out while the address is away: links are tried again with growing pauses, and a stream that was disabled goes on behind the last link that it took. The secret is in the answer, and nowhere else. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    post: operations['addAuditStream'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/audit/streams/{id}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what a stream of the audit log was told
     * @description The newest 100 deliveries of 40 days, with what was answered; which links, their ids say.
     */
    get: operations['listAuditStreamDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/audit/streams/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Remove a stream of the audit log
     * @description Removes a stream with its deliveries. Nothing is sent to it any more; the log stays.
     */
    delete: operations['removeAuditStream'];
    options?: never;
    head?: never;
    /**
     * Change a stream of the audit log
     * @description Changes what is given and leaves the rest. A stream to which nothing came for three days is disabled; `enabled` begins anew behind the last link that it took. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    patch: operations['changeAuditStream'];
    trace?: never;
  };
  '/udm/v10/audit/streams/{id}/secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make another secret for a stream of the audit log
     * @description For a day deliveries are signed by both, so that the receiver can change in between. The secret is in the answer, and nowhere else. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    post: operations['renewAuditStreamSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/audit/streams/{id}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a test to a stream of the audit log
     * @description Sends `{"type": "test", …}` at once, signed as all others, and tells what came of it. It is tried once.
     */
    post: operations['testAuditStream'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/jobs/{id}/destination': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Have the files of a job copied to a bucket
     * @description From now on the files of each run are copied there once it is Finished, and those of runs that were not delivered yet; in whatever state the job is. A run stays Finished if its delivery fails: `delivery` of the history item says how that stands. What `GET export/jobs/{id}` answers as `destination` can be sent back.
     */
    put: operations['setDestination'];
    post?: never;
    /**
     * Copy the files of a job nowhere any more
     * @description Ends the deliveries that are under way; what was copied stays where it is. The access key is forgotten.
     */
    delete: operations['removeDestination'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/destination/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Test a destination
     * @description Writes a small object where files would go, looks at it and removes it, and tells what came of it. Nothing is kept.
     */
    post: operations['testDestination'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/export/history/{id}/delivery': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deliver the files of a run again
     * @description Copies the files of a Finished run to its job's destination, from the first one on: after a delivery that failed, or where the job got its destination later.
     */
    post: operations['deliverHistoryItem'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/roles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show what each role may do
     * @description The table of roles with their privileges. Everybody who is signed in may read it.
     */
    get: operations['listRoles'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show what the contact center demands
     * @description What the contact center has decided of access to it.
     */
    get: operations['getSettings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change what the contact center demands
     * @description Changes what is given and leaves the rest. It holds everywhere within a minute. Only an administrator changes `cipherByAdministratorsOnly`, and makes the others demand less than they do. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    patch: operations['changeSettings'];
    trace?: never;
  };
  '/udm/v10/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show who asks
     * @description Tells who asks, with which roles and privileges, and what happened to one's own sign-in.
     */
    get: operations['getMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change one's own password
     * @description Takes the current password and a new one, and ends what was opened with the old one elsewhere.
     */
    patch: operations['changePassword'];
    trace?: never;
  };
  '/udm/v10/me/notices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Dismiss one's notices
     * @description Forgets what `GET me` tells in `notices`. Who names the time of the last one that was seen keeps what happened after it.
     */
    delete: operations['dismissNotices'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/me/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin a second factor
     * @description Makes the secret of an authenticator’s one-time codes. It counts once a code of it was shown to `confirm`; one that was begun before is forgotten. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    post: operations['beginSecondFactor'];
    /**
     * Remove one's second factor
     * @description Removes the second factor with its recovery codes. Refused where the contact center demands one of the user. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    delete: operations['removeSecondFactor'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/me/second-factor/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirm the second factor that was begun
     * @description Takes a code of the secret, within ten minutes and of five at most, and asks for one at every sign-in from now on. Other browser sessions of the user end, and what clients could stay signed in with. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    post: operations['confirmSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/me/second-factor/recovery-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make other recovery codes
     * @description Makes ten recovery codes; those from before are good no more. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    post: operations['renewRecoveryCodes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/users/{name}/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Remove a user's second factor
     * @description For who has lost the authenticator and the recovery codes: removes the second factor, and ends what the user had opened. The user is told. Nobody removes the own one where the contact center demands one. Of a person who gave the password more than five minutes ago: 403 `sign-in-again`. In a browser session `POST /auth/v3/sign-in/again` and repeat the request; with a token get another one, which a refresh token does not give. Clients and API keys that act for themselves are not asked.
     */
    delete: operations['resetSecondFactor'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what was done, and by whom
     * @description Entries of the contact center's audit log, the newest first unless asked otherwise. With `Accept: application/x-ndjson` they come as JSON Lines, one entry a line, as the log was when the answer began.
     */
    get: operations['listAudit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/audit/chain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show where the audit log begins and ends
     * @description Each link has the SHA-256 of the hash before it, a line feed and its canonical JSON (RFC 8785). Whoever keeps a head knows later whether the log up to it is still the same.
     */
    get: operations['getAuditChain'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/me/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List one’s own browser sessions
     * @description Lists the sessions of the user who asks, at most 50.
     */
    get: operations['getOwnSessions'];
    put?: never;
    post?: never;
    /**
     * End all of one’s own browser sessions
     * @description Ends every session of the user who asks, also the one that asks.
     */
    delete: operations['endOwnSessions'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/me/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End one of one’s own browser sessions
     * @description Ends a session of the user who asks; it may be the one that asks.
     */
    delete: operations['endOwnSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/users/{name}/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the browser sessions of a user
     * @description Lists the sessions of a user of the contact center, at most 50.
     */
    get: operations['getUserSessions'];
    put?: never;
    post?: never;
    /**
     * End all browser sessions of a user
     * @description Ends every browser session of a user, and what clients could stay signed in with.
     */
    delete: operations['endUserSessions'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/me/programs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the programs that are signed in as oneself
     * @description Lists the programs that the user who asks let in with a browser, or gave the password, as long as they could renew their tokens.
     */
    get: operations['getOwnPrograms'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/me/programs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take back that a program acts for oneself
     * @description Ends every sign-in of a program as the user who asks: its refresh tokens at once, its access tokens within a minute.
     */
    delete: operations['endOwnProgram'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v3/oauth/token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign in
     * @description Issues an access token for a user or for the client itself (RFC 6749). The client authenticates with HTTP Basic.
     */
    post: operations['issueToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v3/oauth/authorize': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Ask a person to let a program in
     * @description Where a program sends a browser (RFC 6749, section 4.1, with PKCE): the person signs in, sees who asks, and allows it or not. Answers go to `redirect_uri`, with `code` or `error`, `state` and `iss` (RFC 9207). An address that is not registered gets none. What is wrong with a request is told at once to a program on the same computer alone, and else by the page: nobody is led elsewhere who has not decided to. To be opened by a browser, not to be called.
     */
    get: operations['authorizeProgram'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v3/oauth/consent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show which program asks for what
     * @description Reads the query of an authorization request for the page where the person decides.
     */
    get: operations['showConsent'];
    put?: never;
    /**
     * Allow a program to act for oneself, or not
     * @description Answers a program that asked. What is allowed is a code, good once, for a minute. For pages of this service: `Origin` is its own, and `X-UDM-Request: 1` stands with it. In a browser session whose person gave the password more than five minutes ago: 403 `sign-in-again` (`POST /auth/v3/sign-in/again`, then repeat the request).
     */
    post: operations['decideConsent'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v3/issuers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show how people of a contact center sign in
     * @description The outside issuers that the sign-in page offers. It is told by contact center alone, whether there is such a one or not, and never by user.
     */
    get: operations['listSignInIssuers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v3/sign-in/outside': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Sign in at an outside issuer
     * @description Leads a browser to the issuer: authorization code with PKCE, state and nonce. Only a page of this service leads there: a link of another site gets the page `to`. To be opened by a browser, not to be called.
     */
    get: operations['beginOutsideSignIn'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v3/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Come back from an outside issuer
     * @description The one address that is registered at issuers. Opens a browser session for whom the issuer has sent to this browser; where it is refused the sign-in page says why.
     */
    get: operations['finishOutsideSignIn'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v3/invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Choose a password
     * @description Takes the token of an invitation, which stands behind the # of its link, and the password that the user chooses. It works once. Needs no token of access.
     */
    post: operations['acceptInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v3/sign-in': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Open a browser session
     * @description Signs a person in by name and password, and a code where the user has a second factor, and sets a cookie. A session ends when it was not used for 30 minutes, and after 12 hours. For pages of this service: `Origin` is its own, and `X-UDM-Request: 1` stands with it.
     */
    post: operations['signIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v3/sign-in/again': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Prove anew who is there
     * @description Renews the time at which the person of this session last gave the password, with a code where there is a second factor, and the cookie. For pages of this service: `Origin` is its own, and `X-UDM-Request: 1` stands with it.
     */
    post: operations['signInAgain'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v3/sign-out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End the browser session
     * @description Ends the session of the cookie, and has the browser forget it. Without one there is nothing to do. Whatever body comes along is not read.
     */
    post: operations['signOut'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v3/oauth/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Call a token back
     * @description Ends a refresh token with all that came of its sign-in, or one access token, of the client that asks (RFC 7009). A token that is not known is answered alike. Access tokens are refused everywhere within a minute.
     */
    post: operations['revokeToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v3/userinfo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show who a token stands for
     * @description Tells whom the access token, or the session, that comes along stands for (OpenID Connect Core, 5.3).
     */
    get: operations['getUserInfo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/v3/openid/userinfo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Show who a token stands for
     * @description Tells whom the access token, or the session, that comes along stands for (OpenID Connect Core, 5.3).
     */
    get: operations['getOpenIdUserInfo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/.well-known/openid-configuration': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Describe the token issuer
     * @description Where the endpoints of the issuer are and what they take (OpenID Connect Discovery, RFC 8414).
     */
    get: operations['getOpenIdConfiguration'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/.well-known/oauth-authorization-server': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Describe the token issuer
     * @description Where the endpoints of the issuer are and what they take (OpenID Connect Discovery, RFC 8414).
     */
    get: operations['getServerMetadata'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/.well-known/jwks.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get the keys of the token issuer
     * @description The public keys that access tokens are verified by (RFC 7517). A new one stands here before it signs.
     */
    get: operations['getSigningKeys'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/download/{filename}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Download a file by a signed link
     * @description The link of `GET /udm/v10/files/{filename}` is the permission; other credentials are ignored.
     */
    get: operations['download'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/udm/v10/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get this document
     * @description The OpenAPI 3.1 document of this version. Needs no token.
     */
    get: operations['getApiDocument'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description A form with the file of the certificate. */
    CertificateForm: {
      /**
       * Format: binary
       * @description X.509, PEM or DER.
       */
      file: string;
    };
    /** @description A form with the file of a certificate, and what it is called. */
    LabelledCertificateForm: {
      /**
       * Format: binary
       * @description X.509, PEM or DER.
       */
      file: string;
      /** @description What the certificate is called: whose key it is. Without "/", "\" and "..". */
      label: string;
    };
    /** @description A token request (RFC 6749, sections 4.1, 4.3, 4.4 and 6). */
    TokenForm: {
      /**
       * @description What the token is asked for by.
       * @enum {string}
       */
      grant_type: 'authorization_code' | 'password' | 'client_credentials' | 'refresh_token';
      /** @description Of the grant password: `user` or `contact-center\user`. */
      username?: string;
      /** @description Of the grant password. */
      password?: string;
      /** @description Of the grant password: a code of the second factor, where the user has one. Without it the grant is refused with `code` `second-factor-needed`. */
      otp?: string;
      /** @description Of the grant authorization_code: what the browser brought. */
      code?: string;
      /** @description Of the grant authorization_code: where it was brought to. */
      redirect_uri?: string;
      /** @description Of the grant authorization_code: what the challenge was made of (RFC 7636). */
      code_verifier?: string;
      /** @description Of the grant refresh_token: the one of the answer before. */
      refresh_token?: string;
      /** @description Of a client without a secret. */
      client_id?: string;
      /** @description Not looked at: a token carries all roles of who asks. */
      scope?: string;
    };
    /** @description The token that is called back. */
    Revocation: {
      /** @description The token. */
      token: string;
      /** @description Not needed: tokens are told apart by their form. */
      token_type_hint?: string;
      /** @description Of a client without a secret. */
      client_id?: string;
    };
    /** @description What is running, and where. */
    VersionInfo: {
      /** @description The version of the service. */
      version: string;
      /** @description The number of the build; `local` where there is none. */
      buildNumber: string;
      /** @description The commit that was built; `unknown` where that is not known. */
      changeset: string;
      /** @description The name of the service. */
      name: string;
      /**
       * @description Where everything lies and is worked on; `none` where that is anywhere.
       * @enum {string}
       */
      jurisdiction: 'none' | 'eu' | 'us' | 'fedramp';
      /** @description SHA-256 of the program, which `npm run bundle` tells of a checkout; "" where it is not known. */
      bundle: string;
    };
    /** @description Why a request was refused, or failed. */
    Error: {
      status: components['schemas']['ErrorStatus'];
    };
    /** @description What is wrong, for people and for programs. */
    ErrorStatus: {
      /** @description The HTTP status. */
      code: number;
      /** @description What is wrong and what to do about it, in English. */
      message: string;
      detail: components['schemas']['ErrorDetail'];
    };
    /** @description What is wrong, for programs. */
    ErrorDetail: {
      /** @description The offending input, where there is one. */
      field?: string;
      /** @description What is wrong, as a word that stays the same however the message changes. */
      code: string;
      /** @description The values that the message names, where it names any. */
      data?: {
        [key: string]: string | number;
      };
      /** @description With 5xx: the id under which the operator finds the request (`X-Request-Id`). */
      requestId?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description The certificate on file. */
    CertificateInfo: {
      /** @description The contact center. */
      ccid: string;
      /** @description The name under which it was uploaded. */
      name: string;
      /** @description Bytes of the file that was uploaded. */
      size: number;
      /**
       * Format: date-time
       * @description When it was uploaded.
       */
      lastModified: string;
      /** @description As RFC 4514 writes it. */
      subject: string;
      /** @description SHA-256 of the DER, lower-case hex. */
      fingerprint: string;
      /** @description When it ends, ISO 8601; "" where that cannot be read. */
      notAfter: string;
      /**
       * Format: date-time
       * @description When it begins, ISO 8601.
       */
      notBefore: string;
      /** @description Bits of its RSA key; 0 where they cannot be read. */
      keyBits: number;
      /** @description What is to be done soon, where there is anything: the certificate on file ends. */
      warnings?: components['schemas']['Warning'][];
    };
    /** @description Something that is to be done soon. */
    Warning: {
      /**
       * @description What there is to do, as a word that stays the same.
       * @enum {string}
       */
      code: 'certificate-expired' | 'start-after-certificate' | 'certificate-ends-soon';
      /** @description The same for people. */
      message: string;
    };
    /** @description The certificates on file. */
    CertificateList: {
      /** @description The primary one first, then those that end last. */
      items: components['schemas']['CertificateOnFile'][];
      /** @description How many there may be. */
      max: number;
    };
    /** @description A certificate that exports are encrypted for. */
    CertificateOnFile: {
      /** @description What it is called; of one that replaced the primary one the name of its file. */
      label: string;
      /** @description Whether it is the one that `cipher` shows and replaces. */
      primary: boolean;
      /**
       * @description Whether exports are encrypted for it: while it is valid. `ends-soon`: within 30 days.
       * @enum {string}
       */
      state: 'valid' | 'ends-soon' | 'not-yet-valid' | 'expired';
      /** @description As RFC 4514 writes it. */
      subject: string;
      /** @description SHA-256 of the DER, lower-case hex. */
      fingerprint: string;
      /** @description When it ends, ISO 8601; "" where that cannot be read. */
      notAfter: string;
      /**
       * Format: date-time
       * @description When it begins, ISO 8601.
       */
      notBefore: string;
      /** @description Bits of its RSA key; 0 where they cannot be read. */
      keyBits: number;
      /** @description Bytes of the file that was uploaded. */
      size: number;
      /**
       * Format: date-time
       * @description When it was uploaded.
       */
      lastModified: string;
    };
    /** @description A value and its label. */
    KeyValueItem: {
      /** @description As it is shown. */
      label: string;
      /** @description As it is sent. */
      value: string;
    };
    /** @description A type of data. */
    DataType: {
      /**
       * @description As `jobParams.type` names it.
       * @enum {string}
       */
      name: 'Interaction' | 'Contact' | 'Person';
      /**
       * @description Where it comes from.
       * @enum {string}
       */
      source: 'UCS';
    };
    /** @description A media type. */
    SubType: {
      /** @description As `jobParams.media` names it. */
      name: string;
      /** @description As it is shown. */
      displayName: string;
      /**
       * @description Where it comes from.
       * @enum {string}
       */
      source: 'UCS';
      /**
       * @description The type that has it.
       * @enum {string}
       */
      dataType: 'Interaction' | 'Contact';
      /** @description Whether it can be exported. */
      enabled: boolean;
    };
    /** @description A key of records. */
    Attribute: {
      /** @description The key in the record, or in its `ALLATTRIBUTES`; of contacts also what an attribute is called. */
      name: string;
      /**
       * @description Which records have it.
       * @enum {string}
       */
      entity: 'interaction' | 'contact';
      /** @description A JSON type; of a key that no schema names, the first one seen. */
      type: string;
      /** @description What `jobParams.filters` may ask of it; of texts gt, gte, lt and lte compare dates. */
      operators: ('eq' | 'ne' | 'in' | 'contains' | 'startsWith' | 'gt' | 'gte' | 'lt' | 'lte' | 'exists')[];
    };
    /** @description A page of a list. */
    JobPage: {
      /** @description Number of matches; absent when asked by cursor. */
      count?: number;
      /** @description The number of items skipped. */
      from: number;
      /** @description The items of this page. */
      items: components['schemas']['JobInfo'][];
      /** @description Where the list goes on: asked by cursor, or where one request could not read all that was asked for. Absent where nothing follows. */
      nextCursor?: string;
      /** @description The page size asked for. */
      size: number;
    };
    /** @description A job and how it stands. */
    JobInfo: {
      /** @description The id of the job or history item. */
      id: number;
      /**
       * @description What is exported.
       * @enum {string}
       */
      type: 'Interaction' | 'Contact' | 'Person';
      /**
       * @description Where the records come from.
       * @enum {string}
       */
      source: 'UCS';
      /** @description The name of the job. */
      title: string;
      /** @description The size of a volume before it is encrypted, as submitted; "" where none was asked for. */
      fileSplitSize: string;
      /** @description The last volume of the latest run, "" until it is finished. */
      fileName: string;
      /** @description Bytes of all volumes. */
      fileSize: number;
      /**
       * @description The status of the run; of a job that of its latest run.
       * @enum {string}
       */
      status:
        | 'Scheduled'
        | 'Queued'
        | 'In Progress'
        | 'Finished'
        | 'Failed'
        | 'Cancelled'
        | 'Suspended'
        | 'Skipped';
      /**
       * Format: date-time
       * @description When it was submitted.
       */
      createdDate: string;
      /** @description ISO 8601; "" for an open end. */
      dateFrom: string;
      /** @description ISO 8601; "" for an open end. */
      dateTo: string;
      /** @description What the job is for; of a run that failed, why. */
      description: string;
      /** @description Media types as submitted; ["all"] or [] means all. */
      media: string[];
      /** @description Percent. */
      progress: number;
      /** @description 0 for a job; the id of its job for a history item. */
      parentId: number;
      /** @description Whether the documents of interactions come along. */
      exportAttachments: boolean;
      /**
       * @description UCS: the window in full. DataSync: what changed since the last Finished run.
       * @enum {string}
       */
      exportType: 'UCS' | 'DataSync';
      timeFrame: components['schemas']['TimeFrame'];
      jobParams: components['schemas']['UcsJobParams'];
      /** @description Whether no further run starts. */
      suspended: boolean;
      /**
       * @description How often the job runs.
       * @enum {string}
       */
      scheduleType: 'once' | 'hourly' | 'daily' | 'weekly' | 'monthly' | 'cron';
      schedulerParam: components['schemas']['SchedulerParam'];
      /**
       * @description The status of the latest run.
       * @enum {string}
       */
      latestStatus:
        | 'Scheduled'
        | 'Queued'
        | 'In Progress'
        | 'Finished'
        | 'Failed'
        | 'Cancelled'
        | 'Suspended'
        | 'Skipped';
      /** @description When the latest run started; "" before one did. */
      latestStartedAt: string;
      /** @description The history item of the latest run; 0 before there is one. */
      latestHistoryId?: number;
      /** @description Why the latest run failed; "" where it did not. */
      latestReason?: string;
      /** @description When the next run starts; "" where none will. */
      nextStartsAt: string;
      /** @description The user or client that asked for it; of a start by the clock, that made the job. Absent or "" where it was made before this was kept. */
      createdBy?: string;
      destination?: components['schemas']['DestinationInfo'];
      /** @description What is to be done soon, where there is anything: the certificate on file ends. */
      warnings?: components['schemas']['Warning'][];
    };
    /** @description Which part of the history: everything, from and/or to a date, or the last stretch of time. */
    TimeFrame: {
      /** @description The whole history. */
      all?: boolean;
      /** @description From this moment on; ISO 8601, UTC without a zone. */
      dateFrom?: string;
      /** @description Up to this moment, which is not included any more. */
      dateTo?: string;
      /**
       * Format: duration
       * @description ISO 8601 duration up to the start of the run; of recurring jobs.
       */
      last?: string;
    };
    /** @description What the job exports. */
    UcsJobParams: {
      /** @description The size of a volume before it is encrypted, 64 KB to 512 MB; a bare number is bytes. */
      fileSplitSize?: string;
      /**
       * @description What is exported; `Person` is all of one contact: its interactions with their documents, and the contact with its attributes. UCS only.
       * @enum {string}
       */
      type: 'Interaction' | 'Contact' | 'Person';
      /** @description The CONTACTID of the contact that a job of the type `Person` exports. The contact always comes along; time frame, media and filters are of its interactions. */
      contactId?: string;
      /** @description Media types of the interactions, without case; ["all"] or [] means all. */
      media: string[];
      /** @description Whether the documents of interactions come along; true unless given. */
      exportAttachments?: boolean;
      /** @description What interactions or contacts have to be, all of it; documents and attributes come with theirs. Of several attributes of one name one that meets a filter is enough; `ne` has to hold for all. A DataSync job tells in `deleted.json` what does not meet them any more. */
      filters?: components['schemas']['RecordFilter'][];
    };
    /** @description What a member of a record has to be. */
    RecordFilter: {
      /** @description A member of interactions or contacts, a key of ALLATTRIBUTES, or the ATTRIBUTENAME of an attribute of contacts, such as `LastName`; a DataSync job asks for no attributes. */
      name: string;
      /**
       * @description How the member is compared: texts without case, but for IXNID and CONTACTID.
       * @enum {string}
       */
      operator: 'eq' | 'ne' | 'in' | 'contains' | 'startsWith' | 'gt' | 'gte' | 'lt' | 'lte' | 'exists';
      /** @description What it is compared with: a list for `in`, a text for `contains` and `startsWith`, a number or a date for `gt`, `gte`, `lt` and `lte`; `exists` takes true, unless given, or false. */
      value?: string | number | boolean | (string | number | boolean)[];
    };
    /** @description When the job runs. */
    SchedulerParam: {
      /** @description Whether a run starts now; of a recurring job one beside those of its schedule. */
      immediately?: boolean;
      /** @description Minute, hour, day of month, month, day of week, by the clocks of the time zone. */
      cron?: string;
      /**
       * @description How often the job runs; `once` unless given, `cron` where one is given.
       * @enum {string}
       */
      runs?: 'once' | 'hourly' | 'daily' | 'weekly' | 'monthly' | 'cron';
      /** @description Nothing starts before; what recurs takes time and day from it. */
      startDate?: string;
      /** @description The zone by whose clocks the job starts, and whose days `timeFrame.last` counts; UTC unless given. A start that its clocks skip is made as they are set forward; one in an hour that comes twice runs once, hours that recur (`hourly`, or by `*`, a step or a list of all) in both. */
      timeZone?: string;
    };
    /** @description The bucket that the files of a job are copied to, without the secret. */
    DestinationInfo: {
      /** @description The address of the S3 API. */
      endpoint: string;
      /** @description The name of the bucket. */
      bucket: string;
      /** @description The region that requests are signed for. */
      region: string;
      /** @description What the objects' names begin with, with its placeholders. */
      prefix: string;
      /** @description The id of the access key. */
      accessKeyId: string;
    };
    /** @description What a job would hold. */
    JobPreview: {
      /** @description Lines of all data entries if it ran now: records, their attachments and contact attributes. */
      records: number;
      /** @description Bytes of these lines, before compression. */
      bytes: number;
      /** @description false: `records` and `bytes` are the most that it could be, because they are counted by whole days, or the window is that of a later start. */
      exact: boolean;
      /** @description The data entries of the archive. */
      entities: components['schemas']['DataEntry'][];
      /** @description Files at most; compression makes them fewer. */
      volumes: number;
      estimate: components['schemas']['RunEstimate'];
      /** @description The next five starts, ISO 8601; none of a job that is suspended. */
      nextStarts: string[];
      /** @description What is to be done soon, where there is anything: the certificate on file ends. */
      warnings?: components['schemas']['Warning'][];
    };
    /** @description A data entry of the archive. */
    DataEntry: {
      /** @description What the name of the entry in the archive begins with. */
      name: string;
      /** @description Lines of this entry. */
      records: number;
      /** @description Bytes of these lines, before compression. */
      bytes: number;
    };
    /** @description How long a run takes, and what it costs whoever operates the service. */
    RunEstimate: {
      /** @description How long the run takes once it is let in, by the pace of the largest of the last twenty finished runs of its data type; null before there is one. */
      minutes: number | null;
      /** @description US dollars at list prices beyond what a plan includes, with the keeping of its files for a month. */
      dollars: number;
      /**
       * Format: date
       * @description When these prices were last compared with those that are published.
       */
      pricesOf: string;
      /** @description false: it is the most that it could be, as `records` and `bytes` are, or since no run tells how far the records compress. */
      exact: boolean;
    };
    /** @description A job to create, or the new definition of one. */
    Job: {
      /**
       * @description Where the records come from, by name or label.
       * @enum {string}
       */
      source: 'UCS' | 'Contact History';
      /**
       * @description UCS exports the window in full, DataSync what was imported or changed since the last Finished run, with `deleted.json` for what was erased, expired or moved out of what the job exports. In an answer that is sent back the data type, as `exportType` has this.
       * @enum {string}
       */
      type: 'UCS' | 'DataSync' | 'Interaction' | 'Contact' | 'Person';
      /** @description The name of the job. */
      title: string;
      /** @description What the job is for. */
      description?: string;
      timeFrame: components['schemas']['TimeFrame'];
      schedulerParam: components['schemas']['SchedulerParam'];
      jobParams: components['schemas']['UcsJobParams'];
      /** @description Whether the job waits to be resumed. */
      suspended: boolean;
      /** @description Counts when `jobParams.fileSplitSize` is not given. */
      fileSplitSize?: string;
      /** @description Stands in what `GET export/jobs/{id}` answers. A body that has it, or `exportType`, is such an answer, sent back: what only the service sets is ignored, `suspended` too. */
      id?: number | string;
      /**
       * @description Stands in what `GET export/jobs/{id}` answers; see `type`.
       * @enum {string}
       */
      exportType?: 'UCS' | 'DataSync';
      destination?: components['schemas']['Destination'];
    };
    /** @description A bucket of yours (S3, R2, MinIO, Wasabi and others) that the files of a job are copied to. */
    Destination: {
      /** @description The address of the S3 API, without the bucket: an https address that is public. */
      endpoint: string;
      /** @description The name of the bucket. */
      bucket: string;
      /** @description The region that requests are signed for; unless given the one that the endpoint names, auto for R2, else us-east-1. */
      region?: string;
      /** @description What the objects' names begin with; {ccid}, {job}, {run} and {date} (the day on which the run was due, UTC) are filled in. {ccid}/{job}/{date}/{run}/ unless given; "" for none. */
      prefix?: string;
      /** @description The id of a key that may write, read and abort uploads below the prefix. */
      accessKeyId: string;
      /** @description Its secret, which is kept encrypted and never shown. Left out, the one on file is kept, where endpoint and access key stay the same. */
      secretAccessKey?: string;
    };
    /** @description A run of a job. */
    HistoryItem: {
      /** @description The id of the job or history item. */
      id: number;
      /**
       * @description What is exported.
       * @enum {string}
       */
      type: 'Interaction' | 'Contact' | 'Person';
      /**
       * @description Where the records come from.
       * @enum {string}
       */
      source: 'UCS';
      /** @description The name of the job. */
      title: string;
      /** @description The size of a volume before it is encrypted, as submitted; "" where none was asked for. */
      fileSplitSize: string;
      /** @description The last volume of the latest run, "" until it is finished. */
      fileName: string;
      /** @description Bytes of all volumes. */
      fileSize: number;
      /**
       * @description The status of the run; of a job that of its latest run.
       * @enum {string}
       */
      status:
        | 'Scheduled'
        | 'Queued'
        | 'In Progress'
        | 'Finished'
        | 'Failed'
        | 'Cancelled'
        | 'Suspended'
        | 'Skipped';
      /**
       * Format: date-time
       * @description When it was submitted.
       */
      createdDate: string;
      /** @description ISO 8601; "" for an open end. */
      dateFrom: string;
      /** @description ISO 8601; "" for an open end. */
      dateTo: string;
      /** @description What the job is for; of a run that failed, why. */
      description: string;
      /** @description Media types as submitted; ["all"] or [] means all. */
      media: string[];
      /** @description Percent. */
      progress: number;
      /** @description 0 for a job; the id of its job for a history item. */
      parentId: number;
      /** @description Whether the documents of interactions come along. */
      exportAttachments: boolean;
      /**
       * @description UCS: the window in full. DataSync: what changed since the last Finished run.
       * @enum {string}
       */
      exportType: 'UCS' | 'DataSync';
      timeFrame: components['schemas']['TimeFrame'];
      jobParams: components['schemas']['UcsJobParams'];
      /**
       * Format: date-time
       * @description When the run was due.
       */
      scheduledAt: string;
      /** @description When it started; "" before it did. */
      startedAt: string;
      /** @description When it ended, well or not; "" before it did. */
      finishedAt: string;
      /** @description The user or client that asked for it; of a start by the clock, that made the job. Absent or "" where it was made before this was kept. */
      createdBy?: string;
      /** @description The certificates that its files are encrypted for; none before it is planned. */
      certificates?: components['schemas']['SealedFor'][];
      /** @description What its archive holds, as the manifest in it says; none before it is Finished, and of runs from before this was kept. */
      entities?: components['schemas']['DataEntry'][];
      detail: components['schemas']['RunDetail'];
      delivery?: components['schemas']['Delivery'];
    };
    /** @description A certificate that files are encrypted for. */
    SealedFor: {
      /** @description As RFC 4514 writes it. */
      subject: string;
      /** @description SHA-256 of the DER, lower-case hex. */
      fingerprint: string;
      /** @description When it ends, ISO 8601; "" where that cannot be read. */
      notAfter: string;
    };
    /** @description What there is to say of a run beside its files. */
    RunDetail: {
      /** @description Why the run did not finish. */
      reason?: string;
      /** @description What was done otherwise than asked. */
      note?: string;
      /** @description Records that were written so far. */
      recordsExported?: number;
      /** @description Records that were planned. */
      recordsTotal?: number;
      /** @description Files that the run made. */
      volumes?: number;
      /**
       * Format: date-time
       * @description When the files are deleted.
       */
      filesExpireAt?: string;
      /**
       * @description Why the files are there no more.
       * @enum {string}
       */
      files?: 'expired' | 'deleted';
    } & {
      [key: string]: unknown;
    };
    /** @description How far the files of a run are on their way into the bucket of its job. */
    Delivery: {
      /**
       * @description waiting (for its first try, or the next one), delivering, delivered, failed (nothing could be copied for a day), or ended (the files or the destination are gone).
       * @enum {string}
       */
      state: 'waiting' | 'delivering' | 'delivered' | 'failed' | 'ended';
      /**
       * @description Why it waits, failed or ended, as a word that stays the same (`resources/labels` has the sentences as `failure.<code>`); "" where nothing is wrong.
       * @enum {string}
       */
      code:
        | 'delivery-private'
        | 'delivery-away'
        | 'delivery-redirected'
        | 'delivery-key'
        | 'delivery-forbidden'
        | 'delivery-no-bucket'
        | 'delivery-refused'
        | 'delivery-changed'
        | 'delivery-unseen'
        | 'delivery-secret'
        | 'delivery-interrupted'
        | 'delivery-files-gone'
        | 'delivery-no-destination'
        | '';
      /** @description Where to. */
      endpoint: string;
      /** @description Which bucket. */
      bucket: string;
      /** @description What the objects' names begin with; the name of the file follows. */
      prefix: string;
      /** @description Files of the run. */
      files: number;
      /** @description Those that are there, in their whole size. */
      filesDelivered: number;
      /** @description Bytes of the files. */
      bytes: number;
      /** @description Bytes of those that are there. */
      bytesDelivered: number;
      /** @description When it is tried next, where it waits; else "". */
      nextTryAt: string;
      /** @description When it was over; "" before. */
      endedAt: string;
    };
    /** @description What a bulk operation did. */
    BulkResult: {
      /** @description Rows that it was done to. */
      done: number;
      /** @description Rows that it was not done to, and why. */
      refused: components['schemas']['RefusedRow'][];
    };
    /** @description A row that a bulk operation was not done to. */
    RefusedRow: {
      /** @description Id of the job or history item. */
      id: number;
      /** @description Why, as a word that stays the same. */
      code: string;
      /** @description Why, in English. */
      message: string;
    };
    /** @description A page of a list. */
    HistoryPage: {
      /** @description Number of matches; absent when asked by cursor. */
      count?: number;
      /** @description The number of items skipped. */
      from: number;
      /** @description The items of this page. */
      items: components['schemas']['HistoryItem'][];
      /** @description Where the list goes on: asked by cursor, or where one request could not read all that was asked for. Absent where nothing follows. */
      nextCursor?: string;
      /** @description The page size asked for. */
      size: number;
    };
    /** @description A run of a job with what happened to it. */
    HistoryItemDetails: {
      /** @description The id of the job or history item. */
      id: number;
      /**
       * @description What is exported.
       * @enum {string}
       */
      type: 'Interaction' | 'Contact' | 'Person';
      /**
       * @description Where the records come from.
       * @enum {string}
       */
      source: 'UCS';
      /** @description The name of the job. */
      title: string;
      /** @description The size of a volume before it is encrypted, as submitted; "" where none was asked for. */
      fileSplitSize: string;
      /** @description The last volume of the latest run, "" until it is finished. */
      fileName: string;
      /** @description Bytes of all volumes. */
      fileSize: number;
      /**
       * @description The status of the run; of a job that of its latest run.
       * @enum {string}
       */
      status:
        | 'Scheduled'
        | 'Queued'
        | 'In Progress'
        | 'Finished'
        | 'Failed'
        | 'Cancelled'
        | 'Suspended'
        | 'Skipped';
      /**
       * Format: date-time
       * @description When it was submitted.
       */
      createdDate: string;
      /** @description ISO 8601; "" for an open end. */
      dateFrom: string;
      /** @description ISO 8601; "" for an open end. */
      dateTo: string;
      /** @description What the job is for; of a run that failed, why. */
      description: string;
      /** @description Media types as submitted; ["all"] or [] means all. */
      media: string[];
      /** @description Percent. */
      progress: number;
      /** @description 0 for a job; the id of its job for a history item. */
      parentId: number;
      /** @description Whether the documents of interactions come along. */
      exportAttachments: boolean;
      /**
       * @description UCS: the window in full. DataSync: what changed since the last Finished run.
       * @enum {string}
       */
      exportType: 'UCS' | 'DataSync';
      timeFrame: components['schemas']['TimeFrame'];
      jobParams: components['schemas']['UcsJobParams'];
      /**
       * Format: date-time
       * @description When the run was due.
       */
      scheduledAt: string;
      /** @description When it started; "" before it did. */
      startedAt: string;
      /** @description When it ended, well or not; "" before it did. */
      finishedAt: string;
      /** @description The user or client that asked for it; of a start by the clock, that made the job. Absent or "" where it was made before this was kept. */
      createdBy?: string;
      /** @description The certificates that its files are encrypted for; none before it is planned. */
      certificates?: components['schemas']['SealedFor'][];
      /** @description What its archive holds, as the manifest in it says; none before it is Finished, and of runs from before this was kept. */
      entities?: components['schemas']['DataEntry'][];
      detail: components['schemas']['RunDetail'];
      delivery?: components['schemas']['Delivery'];
      /** @description What happened to the run, in order; of a long run the first events and the last. */
      events: components['schemas']['RunEvent'][];
    };
    /** @description What happened to a run. */
    RunEvent: {
      /**
       * Format: date-time
       * @description When, ISO 8601.
       */
      at: string;
      /**
       * @description What happened.
       * @enum {string}
       */
      what:
        | 'submitted'
        | 'skipped'
        | 'started'
        | 'planned'
        | 'slice'
        | 'taken-over'
        | 'stumbled'
        | 'restarted'
        | 'finished'
        | 'failed'
        | 'cancelled'
        | 'files-expired'
        | 'files-deleted'
        | 'delivered'
        | 'delivery-failed';
      /** @description The same in English. */
      message: string;
      /** @description Which slice of the run, from 1. */
      slice?: number;
      /** @description Which attempt at it. */
      attempt?: number;
      /** @description Records exported so far. */
      records?: number;
      /** @description Bytes of records so far; of `finished` those of the files. */
      bytes?: number;
      /** @description Files. */
      volumes?: number;
      /** @description Files that were delivered. */
      files?: number;
      /** @description Why. */
      reason?: string;
      /**
       * @description Why a delivery failed, as a word that stays the same.
       * @enum {string}
       */
      code?:
        | 'delivery-private'
        | 'delivery-away'
        | 'delivery-redirected'
        | 'delivery-key'
        | 'delivery-forbidden'
        | 'delivery-no-bucket'
        | 'delivery-refused'
        | 'delivery-changed'
        | 'delivery-unseen'
        | 'delivery-secret'
        | 'delivery-interrupted'
        | 'delivery-files-gone'
        | 'delivery-no-destination';
    };
    /** @description How far a run is. */
    JobProgress: {
      /** @description Percent. */
      progress: number;
      /**
       * @description The status of the run.
       * @enum {string}
       */
      status:
        | 'Scheduled'
        | 'Queued'
        | 'In Progress'
        | 'Finished'
        | 'Failed'
        | 'Cancelled'
        | 'Suspended'
        | 'Skipped';
      /** @description Records that were written so far. */
      recordsExported: number;
      /** @description Records that were planned. */
      recordsTotal: number;
      /** @description Bytes of the files so far. */
      bytesWritten: number;
      /** @description Null while nothing is known. */
      estimatedSecondsRemaining: number | null;
    };
    /** @description A page of a list. */
    FilePage: {
      /** @description Number of matches; absent when asked by cursor. */
      count?: number;
      /** @description The number of items skipped. */
      from: number;
      /** @description The items of this page. */
      items: components['schemas']['FileMetadata'][];
      /** @description Where the list goes on: asked by cursor, or where one request could not read all that was asked for. Absent where nothing follows. */
      nextCursor?: string;
      /** @description The page size asked for. */
      size: number;
    };
    /** @description A file that can be downloaded. */
    FileMetadata: {
      /** @description The name of the file. */
      name: string;
      /** @description The title of the job. */
      jobTitle: string;
      /**
       * @description What was exported.
       * @enum {string}
       */
      type: 'Interaction' | 'Contact' | 'Person';
      /**
       * @description Where the records come from.
       * @enum {string}
       */
      source: 'UCS';
      /** @description Bytes. */
      size: number;
      /**
       * Format: date-time
       * @description When the file was finished.
       */
      uploadDate: string;
      /**
       * Format: date-time
       * @description When the file is deleted.
       */
      expiryDate: string;
      /** @description Whole days until the file expires. */
      remainingDays: number;
      /** @description The id of the run that made it. */
      historyId: number;
      /** @description The id of the job. */
      jobId: number;
      /** @description Of the file as downloaded, lower-case hex. */
      sha256: string;
      /** @description Its place in the set of volumes of its run, from 1. */
      volume: number;
      /** @description The certificates that the file is encrypted for; none of a file from before this was kept. */
      certificates: components['schemas']['SealedFor'][];
    };
    /** @description A signed link to a file. */
    PreSignedUri: {
      /**
       * Format: uri
       * @description The link; it needs no token.
       */
      path: string;
    };
    /** @description Rows that were counted, to act on. */
    Selection: {
      /** @description The token that bulk operations take: good for ten minutes, for this user alone. */
      selection: string;
      /** @description Rows of the selection. */
      count: number;
      /** @description The first ten rows, the newest first. */
      first: components['schemas']['SelectedRow'][];
      /**
       * Format: date-time
       * @description Until when it can be acted on, ISO 8601.
       */
      expiresAt: string;
    };
    /** @description A row of a selection. */
    SelectedRow: {
      /** @description Id of the job or history item. */
      id?: number;
      /** @description Name of the file. */
      name?: string;
      /** @description Title of the job. */
      title: string;
    };
    /** @description Which rows are selected. */
    SelectionRequest: {
      /**
       * @description The list whose rows are selected.
       * @enum {string}
       */
      list: 'jobs' | 'history' | 'file-metadatas';
      filter?: components['schemas']['SelectionFilter'];
    };
    /** @description The filters of the list; every row without any. */
    SelectionFilter: {
      /** @description Title of the job; contains, without case. */
      title?: string;
      /** @description Data type; contains, without case. */
      type?: string;
      /** @description Source, by name or label; contains, without case. */
      source?: string;
      /** @description These alone, picked one by one. */
      ids?: number[];
      /** @description How often the job runs; contains, without case. */
      scheduleType?: string;
      /** @description Whether the job is suspended. */
      suspend?: boolean;
      /** @description Files of this job alone. */
      jobId?: number;
      /** @description Status, by value or label; contains, without case. */
      status?: string;
      /** @description Name of the last volume; contains, without case. */
      fileName?: string;
      /** @description These files alone, picked one by one. */
      names?: string[];
      /** @description Files of this run alone. */
      historyId?: number;
      /** @description Name of the file; contains, without case. */
      name?: string;
      /** @description Title of the job; contains, without case. */
      jobTitle?: string;
      /** @description Files uploaded at this moment or later, ISO 8601. */
      startDate?: string;
      /** @description Files uploaded before this moment, ISO 8601. */
      endDate?: string;
    };
    /** @description Figures of a contact center. */
    Statistics: {
      jobs: components['schemas']['JobFigures'];
      runs: components['schemas']['RunTotals'];
      /** @description The next ten jobs to start. */
      nextStarts: components['schemas']['NextStart'][];
      expiring: components['schemas']['ExpiringFiles'];
      certificate: components['schemas']['CertificateState'];
      scheduler: components['schemas']['SchedulerState'];
      /** @description The last 30 days, today the last. */
      days: components['schemas']['DayFigures'][];
    };
    /** @description Jobs. */
    JobFigures: {
      /** @description Jobs whose starts are made. */
      active: number;
      /** @description Jobs that are suspended. */
      suspended: number;
    };
    /** @description Runs. */
    RunTotals: {
      /** @description Runs In Progress. */
      inProgress: number;
      /** @description Runs that wait. */
      queued: number;
      /** @description The ten newest of both. */
      current: components['schemas']['RunFigures'][];
      /** @description Runs that failed in the last seven days, today among them. */
      failedThisWeek: number;
      /** @description The ten newest that failed in the last seven days. */
      failed: components['schemas']['RunFigures'][];
    };
    /** @description A run, in short. */
    RunFigures: {
      /** @description The history item. */
      id: number;
      /** @description Its job. */
      jobId: number;
      /** @description Title of the job. */
      title: string;
      /**
       * @description Its status.
       * @enum {string}
       */
      status:
        | 'Scheduled'
        | 'Queued'
        | 'In Progress'
        | 'Finished'
        | 'Failed'
        | 'Cancelled'
        | 'Suspended'
        | 'Skipped';
      /** @description Percent. */
      progress: number;
      /** @description When it began, ISO 8601. "" for none. */
      startedAt: string;
      /** @description When it ended, ISO 8601. "" for none. */
      finishedAt: string;
      /** @description Why it failed; "" of any other. */
      reason: string;
    };
    /** @description A job that starts soon. */
    NextStart: {
      /** @description The job. */
      id: number;
      /** @description Its title. */
      title: string;
      /**
       * Format: date-time
       * @description When it starts, ISO 8601.
       */
      nextStartsAt: string;
    };
    /** @description Files that expire soon. */
    ExpiringFiles: {
      /** @description Files that expire within seven days; 1,000 stands for as many or more. */
      count: number;
      /** @description When the first of them expires, ISO 8601. "" for none. */
      firstAt: string;
    };
    /** @description The certificate on file; of several the last one to end. */
    CertificateState: {
      /**
       * @description `ends-soon` from 30 days before its end; `none` where none is on file.
       * @enum {string}
       */
      state: 'none' | 'valid' | 'ends-soon' | 'not-yet-valid' | 'expired';
      /** @description As RFC 4514 writes it; "" for none. */
      subject: string;
      /** @description SHA-256 of the DER, lower-case hex; "" for none. */
      fingerprint: string;
      /** @description When it ends, ISO 8601. "" for none. */
      notAfter: string;
    };
    /** @description Whether starts are made when they are due. */
    SchedulerState: {
      /** @description Whether the clock beat in the last three minutes, and no start is overdue. */
      alive: boolean;
      /** @description When the clock last beat, ISO 8601. "" for none. */
      beatAt: string;
      /** @description Starts that were due two minutes ago and are not made; 1,000 stands for as many or more. */
      overdue: number;
      /** @description Runs submitted in the last 24 hours; 1,000 stands for as many or more. */
      started: number;
    };
    /** @description What ran on a day. */
    DayFigures: {
      /**
       * Format: date
       * @description The day, UTC.
       */
      day: string;
      /** @description Runs that finished. */
      finished: number;
      /** @description Runs that failed. */
      failed: number;
      /** @description Records that were exported. */
      records: number;
      /** @description Bytes of the files that were made. */
      bytes: number;
    };
    /** @description What a month has cost. */
    Cost: {
      /** @description The month, in UTC. */
      month: string;
      /** @description US dollars so far, at list prices beyond what the plan includes. */
      dollars: number;
      /** @description What is to be spent in a month; 0 where nobody said so. */
      budget: number;
      /**
       * Format: date
       * @description When the prices were last compared with what is published.
       */
      pricesOf: string;
      /** @description By what it was for. */
      kinds: components['schemas']['CostKind'][];
      plan: components['schemas']['CostPlan'];
    };
    /** @description What one kind of work cost. */
    CostKind: {
      /**
       * @description What it was for; `files` is the keeping of what was exported this month, `records` a month’s keeping of the records that there are.
       * @enum {string}
       */
      kind: 'runs' | 'imports' | 'compaction' | 'downloads' | 'requests' | 'files' | 'records';
      /** @description The sum of its items. */
      dollars: number;
      /** @description What makes it up; what was not used is left out. */
      items: components['schemas']['CostItem'][];
    };
    /** @description An amount and its price. */
    CostItem: {
      /** @description What is billed. */
      item: string;
      /** @description How much of it. */
      amount: number;
      /** @description Its price. */
      dollars: number;
    };
    /** @description The plan that the prices are of. */
    CostPlan: {
      /** @description The plan. */
      name: string;
      /** @description Its base fee a month, which the deployment pays once for all contact centers. */
      dollars: number;
      /** @description Where its prices, and what it includes, are published. */
      page: string;
    };
    /** @description Labels by their keys. */
    Labels: {
      [key: string]: string;
    };
    /** @description What an import did. */
    ImportReport: {
      /**
       * @description Which records came.
       * @enum {string}
       */
      kind: 'interactions' | 'documents' | 'contacts' | 'contact-attributes';
      /** @description Lines that came. */
      received: number;
      /** @description Records that are new. */
      inserted: number;
      /** @description Records that took the place of another. */
      updated: number;
      /** @description Records that were there already, the same. */
      unchanged: number;
      /** @description Lines that were refused. */
      rejected: number;
      /** @description Records whose owner has not been imported yet. */
      waiting: number;
      /** @description The first 100 lines that were refused. */
      errors: components['schemas']['RefusedLine'][];
      /** @description Stands where the import stopped after 10,000 rejected lines: the last of them. No line behind it was looked at. */
      stoppedAtLine?: number;
    };
    /** @description A line that an import refused. */
    RefusedLine: {
      /** @description Its number, from 1. */
      line: number;
      /** @description Why the line was refused, as a word that stays the same. */
      code: string;
      /** @description The field of the record that it was refused for; absent where it is none alone. */
      field?: string;
      /** @description The same for people. */
      message: string;
    };
    /** @description What was erased, in records. */
    Erasure: {
      /** @description CONTACTID of the contact. */
      contactId: string;
      /** @description Contacts that were erased. */
      contacts: number;
      /** @description Attributes of the contact. */
      contactAttributes: number;
      /** @description Interactions with the contact. */
      interactions: number;
      /** @description Documents of these interactions. */
      documents: number;
      notReached: components['schemas']['NotReached'];
    };
    /** @description What an erasure does not reach. */
    NotReached: {
      /** @description Sealed files of the contact center: they were written before, and may hold it until they expire or are deleted. */
      files: number;
      /** @description When the last of them expires; "" where there is none. */
      filesUntil: string;
      /** @description Runs in progress: they began before, and what they write may hold it, too. Cancel them where it must not. */
      runs: number;
      /**
       * Format: date-time
       * @description Until when the platform itself could set back what the service stores: 30 days.
       */
      backupsUntil: string;
    };
    /** @description Whether the service works. */
    Health: {
      /**
       * @description `unavailable` where anything is wrong.
       * @enum {string}
       */
      status: 'ok' | 'unavailable';
      /**
       * Format: date-time
       * @description When it was looked after, for administrators.
       */
      checkedAt?: string;
      /** @description What was looked after, for administrators. */
      checks?: components['schemas']['HealthCheck'][];
    };
    /** @description What was found of a part of the service. */
    HealthCheck: {
      /** @description What was looked after: a binding or a variable. */
      name: string;
      /** @description What is wrong with it; "" while nothing is. */
      problem: string;
    };
    /** @description A page of a list. */
    UserPage: {
      /** @description Number of matches; absent when asked by cursor. */
      count?: number;
      /** @description The number of items skipped. */
      from: number;
      /** @description The items of this page. */
      items: components['schemas']['User'][];
      /** @description Where the list goes on: asked by cursor, or where one request could not read all that was asked for. Absent where nothing follows. */
      nextCursor?: string;
      /** @description The page size asked for. */
      size: number;
    };
    /** @description A user of the contact center. */
    User: {
      /** @description The same as the name. */
      id: string;
      /** @description What the user signs in with. */
      name: string;
      /** @description Names of roles. */
      roles: string[];
      /** @description Whether the user may not sign in. */
      disabled: boolean;
      /** @description Whether the user has not chosen a password yet. */
      invited: boolean;
      /** @description The outside issuer that the user comes from; null of whoever has a password here. */
      issuer: string | null;
      /** @description Whether a second factor is set up here. People of an outside issuer have none here. */
      secondFactor: boolean;
      /**
       * Format: date-time
       * @description When the user was added.
       */
      createdDate: string;
      /** @description Who added the user; "" where it is not known. */
      createdBy: string;
      /**
       * Format: date-time
       * @description When the password was last changed; null where it never was.
       */
      passwordChangedAt: string | null;
    };
    /** @description The user that was added, with an invitation where no password was given. */
    AddedUser: {
      /** @description The same as the name. */
      id: string;
      /** @description What the user signs in with. */
      name: string;
      /** @description Names of roles. */
      roles: string[];
      /** @description Whether the user may not sign in. */
      disabled: boolean;
      /** @description Whether the user has not chosen a password yet. */
      invited: boolean;
      /** @description The outside issuer that the user comes from; null of whoever has a password here. */
      issuer: string | null;
      /** @description Whether a second factor is set up here. People of an outside issuer have none here. */
      secondFactor: boolean;
      /**
       * Format: date-time
       * @description When the user was added.
       */
      createdDate: string;
      /** @description Who added the user; "" where it is not known. */
      createdBy: string;
      /**
       * Format: date-time
       * @description When the password was last changed; null where it never was.
       */
      passwordChangedAt: string | null;
      /**
       * Format: uri
       * @description The link by which the user chooses a password, once. It is shown now and never again.
       */
      invitation?: string;
      /**
       * Format: date-time
       * @description When the invitation ends: 72 hours from now.
       */
      invitationExpiresAt?: string;
    };
    /** @description A user to be added. */
    NewUser: {
      /** @description What the user signs in with; unique in the contact center. */
      name: string;
      /** @description exporter, importer, administrator, auditor, security; `GET roles` tells what each may do. */
      roles: ('exporter' | 'importer' | 'administrator' | 'auditor' | 'security')[];
      /** @description 12 to 256 characters. Without one the user is invited to choose it. */
      password?: string;
    };
    /** @description An invitation to choose a password. */
    Invitation: {
      /** @description The user. */
      name: string;
      /**
       * Format: uri
       * @description The link by which the user chooses a password, once. It is shown now and never again.
       */
      invitation: string;
      /**
       * Format: date-time
       * @description When the invitation ends: 72 hours from now.
       */
      invitationExpiresAt: string;
    };
    /** @description What is to be different about a user. */
    UserChange: {
      /** @description exporter, importer, administrator, auditor, security; `GET roles` tells what each may do. */
      roles?: ('exporter' | 'importer' | 'administrator' | 'auditor' | 'security')[];
      /** @description Whether the user may not sign in. */
      disabled?: boolean;
    };
    /** @description A page of a list. */
    ClientPage: {
      /** @description Number of matches; absent when asked by cursor. */
      count?: number;
      /** @description The number of items skipped. */
      from: number;
      /** @description The items of this page. */
      items: components['schemas']['OAuthClient'][];
      /** @description Where the list goes on: asked by cursor, or where one request could not read all that was asked for. Absent where nothing follows. */
      nextCursor?: string;
      /** @description The page size asked for. */
      size: number;
    };
    /** @description An OAuth client of the contact center. */
    OAuthClient: {
      /** @description The client id. */
      id: string;
      /** @description What the client is for. */
      name: string;
      /** @description Names of roles. */
      roles: string[];
      /** @description Where a browser may be sent back to. */
      redirectUris: string[];
      /**
       * Format: date-time
       * @description When the client was added.
       */
      createdDate: string;
      /** @description Who added it; "" where it is not known. */
      createdBy: string;
    };
    /** @description The client that was added, with its secret. */
    AddedClient: {
      /** @description The client id. */
      id: string;
      /** @description What the client is for. */
      name: string;
      /** @description Names of roles. */
      roles: string[];
      /** @description Where a browser may be sent back to. */
      redirectUris: string[];
      /**
       * Format: date-time
       * @description When the client was added.
       */
      createdDate: string;
      /** @description Who added it; "" where it is not known. */
      createdBy: string;
      /** @description Shown now and never again. */
      secret: string;
    };
    /** @description An OAuth client to be added. */
    NewClient: {
      /** @description Unique in the contact center. */
      name: string;
      /** @description exporter, importer, administrator, auditor, security; `GET roles` tells what each may do. */
      roles: ('exporter' | 'importer' | 'administrator' | 'auditor' | 'security')[];
      /** @description Where a browser is sent back to when a user has allowed the program to act for them: `https`, or `http` of 127.0.0.1 or [::1], whose port may be any. An address counts letter by letter. None: no browser. */
      redirectUris?: string[];
    };
    /** @description What is to be different about a client. */
    ClientChange: {
      /** @description Unique in the contact center. */
      name?: string;
      /** @description exporter, importer, administrator, auditor, security; `GET roles` tells what each may do. */
      roles?: ('exporter' | 'importer' | 'administrator' | 'auditor' | 'security')[];
      /** @description Where a browser is sent back to when a user has allowed the program to act for them: `https`, or `http` of 127.0.0.1 or [::1], whose port may be any. An address counts letter by letter. None: no browser. */
      redirectUris?: string[];
    };
    /** @description A page of a list. */
    ApiKeyPage: {
      /** @description Number of matches; absent when asked by cursor. */
      count?: number;
      /** @description The number of items skipped. */
      from: number;
      /** @description The items of this page. */
      items: components['schemas']['ApiKey'][];
      /** @description Where the list goes on: asked by cursor, or where one request could not read all that was asked for. Absent where nothing follows. */
      nextCursor?: string;
      /** @description The page size asked for. */
      size: number;
    };
    /** @description An API key of the contact center. */
    ApiKey: {
      /** @description Names the key; it opens nothing. */
      id: string;
      /** @description What the key is for. */
      name: string;
      /** @description Null: the key only goes with a token. */
      roles: string[] | null;
      /**
       * Format: date-time
       * @description When it ends; null: never.
       */
      expiresAt: string | null;
      /**
       * Format: date-time
       * @description When it was last used, to the minute; null: never.
       */
      lastUsedAt: string | null;
      /**
       * Format: date-time
       * @description When the key was made.
       */
      createdDate: string;
      /** @description Who made it. */
      createdBy: string;
    };
    /** @description The key that was made, with its secret. */
    AddedApiKey: {
      /** @description Names the key; it opens nothing. */
      id: string;
      /** @description What the key is for. */
      name: string;
      /** @description Null: the key only goes with a token. */
      roles: string[] | null;
      /**
       * Format: date-time
       * @description When it ends; null: never.
       */
      expiresAt: string | null;
      /**
       * Format: date-time
       * @description When it was last used, to the minute; null: never.
       */
      lastUsedAt: string | null;
      /**
       * Format: date-time
       * @description When the key was made.
       */
      createdDate: string;
      /** @description Who made it. */
      createdBy: string;
      /** @description Sent as `x-api-key`. Shown now and never again. */
      key: string;
    };
    /** @description An API key to be made. */
    NewApiKey: {
      /** @description Unique in the contact center. */
      name: string;
      /** @description What the key may do alone, without a token. Without roles it only goes with one. */
      roles?: ('exporter' | 'importer' | 'administrator' | 'auditor' | 'security')[] | null;
      /** @description When it ends, ISO 8601; never unless given. */
      expiresAt?: string;
    };
    /** @description What of an API key becomes another; the rest stays. */
    ApiKeyChange: {
      /** @description Unique in the contact center. */
      name?: string;
      /** @description What the key may do alone, without a token; none: it only goes with one. */
      roles?: ('exporter' | 'importer' | 'administrator' | 'auditor' | 'security')[];
      /** @description When it ends; "" for never. */
      expiresAt?: string;
    };
    /** @description The outside issuers of a contact center. */
    Issuers: {
      /** @description The oldest first. */
      items: components['schemas']['Issuer'][];
    };
    /** @description An outside issuer whose tokens the contact center accepts. */
    Issuer: {
      /** @description Names the issuer here. */
      id: string;
      /** @description What the sign-in page calls it. */
      name: string;
      /** @description `iss` of its tokens. */
      issuer: string;
      /** @description `aud` of its tokens. */
      audience: string;
      /** @description Where its keys are; null: where its discovery document says. */
      jwks: string | null;
      /** @description By which it signs. */
      algorithms: ('RS256' | 'PS256' | 'ES256' | 'EdDSA')[];
      claims: components['schemas']['IssuerClaims'];
      /** @description Which role of this service each role of the issuer is; all others bring nothing. “UDM UCSX Exporter”, “… Importer”, “… Auditor”, “… Security” and “… Administrator” unless given. */
      roleNames: {
        [key: string]: 'exporter' | 'importer' | 'administrator' | 'auditor' | 'security';
      };
      /** @description As whom this service signs people in there; null: it does not. */
      clientId: string | null;
      /**
       * Format: date-time
       * @description When it was added.
       */
      createdDate: string;
      /** @description Who added it. */
      createdBy: string;
    };
    /** @description Which claims say what. `a.b` is the member b of a, where there is no claim `a.b`. */
    IssuerClaims: {
      /**
       * @description The claim that names the user.
       * @default preferred_username
       */
      name: string;
      /**
       * @description The claim that holds role names.
       * @default roles
       */
      roles: string;
    };
    /** @description An outside issuer to accept tokens of. */
    NewIssuer: {
      /** @description What the sign-in page calls it. */
      name: string;
      /** @description `iss` of its tokens: its address, letter by letter. */
      issuer: string;
      /** @description `aud` of its tokens that are meant for this service. Nobody else may have named the two. */
      audience: string;
      /** @description Where its keys are; unless given where its discovery document says. */
      jwks?: string | null;
      /** @description By which it signs; RS256 unless given. */
      algorithms?: ('RS256' | 'PS256' | 'ES256' | 'EdDSA')[];
      claims?: components['schemas']['NewIssuerClaims'];
      /** @description Which role of this service each role of the issuer is; all others bring nothing. “UDM UCSX Exporter”, “… Importer”, “… Auditor”, “… Security” and “… Administrator” unless given. */
      roleNames?: {
        [key: string]: 'exporter' | 'importer' | 'administrator' | 'auditor' | 'security';
      };
      /** @description As whom this service signs people in there, with a browser; without one it does not. */
      clientId?: string;
      /**
       * Format: password
       * @description The secret of that client there. It is kept sealed, and never shown.
       */
      clientSecret?: string;
    };
    /** @description Which claims say what, where it is not `preferred_username` and `roles`. */
    NewIssuerClaims: {
      /**
       * @description The claim that names the user.
       * @default preferred_username
       */
      name: string;
      /**
       * @description The claim that holds role names.
       * @default roles
       */
      roles: string;
    };
    /** @description What of an outside issuer becomes another; the rest stays. */
    IssuerChange: {
      /** @description What the sign-in page calls it. */
      name?: string;
      /** @description By which it signs; RS256 unless given. */
      algorithms?: ('RS256' | 'PS256' | 'ES256' | 'EdDSA')[];
      /** @description Which role of this service each role of the issuer is; all others bring nothing. “UDM UCSX Exporter”, “… Importer”, “… Auditor”, “… Security” and “… Administrator” unless given. */
      roleNames?: {
        [key: string]: 'exporter' | 'importer' | 'administrator' | 'auditor' | 'security';
      };
      claims?: components['schemas']['IssuerClaimsChange'];
      /** @description Where its keys are; "": where its discovery document says. */
      jwks?: string;
      /** @description As whom this service signs people in there, with a browser; "": it does not. */
      clientId?: string;
      /**
       * Format: password
       * @description The secret of that client there; "": it has none. It goes with another client id.
       */
      clientSecret?: string;
    };
    /** @description Which claims say what; one that is not given stays as it is. */
    IssuerClaimsChange: {
      /** @description The claim that names the user. */
      name?: string;
      /** @description The claim that holds role names. */
      roles?: string;
    };
    /** @description The webhooks of a contact center. */
    Webhooks: {
      /** @description The oldest first. */
      items: components['schemas']['Webhook'][];
      /** @description How many there may be. */
      max: number;
    };
    /** @description Where a contact center is told what happens. */
    Webhook: {
      /** @description Names the webhook. */
      id: string;
      /** @description Where deliveries go. */
      url: string;
      /** @description Whether it is told anything. */
      enabled: boolean;
      /**
       * @description `failures`: for three days nothing came; `somebody`: it was asked for; null: it is enabled.
       * @enum {string|null}
       */
      disabledBy: 'failures' | 'somebody' | null;
      /** @description Since when nothing came, ISO 8601; "" where the last delivery did. */
      failingSince: string;
      /** @description Until when the secret before this one signs as well, ISO 8601; "": it does not. */
      previousSecretUntil: string;
      /**
       * Format: date-time
       * @description When it was added.
       */
      createdDate: string;
      /** @description Who added it. */
      createdBy: string;
      /** @description What it is told of. */
      events: (
        | 'run.started'
        | 'run.finished'
        | 'run.failed'
        | 'run.cancelled'
        | 'run.skipped'
        | 'delivery.finished'
        | 'delivery.failed'
        | 'files.expiring'
        | 'certificate.ending'
        | 'budget.reached'
      )[];
      /** @description The one job that it is told of; null: all. */
      jobId: number | null;
    };
    /** @description What a webhook is told, and what it answered. */
    WebhookDeliveries: {
      /** @description The newest 100, the newest first. */
      items: components['schemas']['WebhookDelivery'][];
    };
    /** @description Something that a webhook is told. */
    WebhookDelivery: {
      /** @description `webhook-id`: the same however often it is sent. */
      eventId: string;
      /**
       * @description What happened.
       * @enum {string}
       */
      event:
        | 'run.started'
        | 'run.finished'
        | 'run.failed'
        | 'run.cancelled'
        | 'run.skipped'
        | 'delivery.finished'
        | 'delivery.failed'
        | 'files.expiring'
        | 'certificate.ending'
        | 'budget.reached'
        | 'audit.links';
      /** @description Of which job; null: of none. */
      jobId: number | null;
      /**
       * Format: date-time
       * @description When it happened.
       */
      at: string;
      /**
       * @description `waiting`: it is tried, again if it must be; `given-up`: it was tried for a day, or the webhook was disabled.
       * @enum {string}
       */
      state: 'waiting' | 'delivered' | 'given-up';
      /** @description How often it was tried. */
      tries: number;
      /** @description When it was last tried, ISO 8601; "": not yet. */
      lastTriedAt: string;
      /** @description When it is tried again at the earliest, ISO 8601; "": no more. */
      nextTryAt: string;
      /** @description The HTTP status of the last answer; of a mail that was taken 250, as by SMTP; null where there was none. */
      status: number | null;
      /** @description The beginning of the last answer, or why there was none, or why a mail was not taken. */
      answer: string;
    };
    /** @description A webhook, and the secret that was made for it. */
    WebhookWithSecret: {
      /** @description Names the webhook. */
      id: string;
      /** @description Where deliveries go. */
      url: string;
      /** @description Whether it is told anything. */
      enabled: boolean;
      /**
       * @description `failures`: for three days nothing came; `somebody`: it was asked for; null: it is enabled.
       * @enum {string|null}
       */
      disabledBy: 'failures' | 'somebody' | null;
      /** @description Since when nothing came, ISO 8601; "" where the last delivery did. */
      failingSince: string;
      /** @description Until when the secret before this one signs as well, ISO 8601; "": it does not. */
      previousSecretUntil: string;
      /**
       * Format: date-time
       * @description When it was added.
       */
      createdDate: string;
      /** @description Who added it. */
      createdBy: string;
      /** @description What it is told of. */
      events: (
        | 'run.started'
        | 'run.finished'
        | 'run.failed'
        | 'run.cancelled'
        | 'run.skipped'
        | 'delivery.finished'
        | 'delivery.failed'
        | 'files.expiring'
        | 'certificate.ending'
        | 'budget.reached'
      )[];
      /** @description The one job that it is told of; null: all. */
      jobId: number | null;
      /** @description Signs its deliveries (`webhook-signature`). It is shown here, and never again; "" of a mail address, whose mails are not signed. */
      secret: string;
    };
    /** @description Where to tell what happens. */
    NewWebhook: {
      /** @description Where deliveries go: an https address that is public, or `mailto:` and one mail address, where the deployment sends mails. What was added as one stays one. */
      url: string;
      /** @description What it is told of; everything unless given. */
      events?: (
        | 'run.started'
        | 'run.finished'
        | 'run.failed'
        | 'run.cancelled'
        | 'run.skipped'
        | 'delivery.finished'
        | 'delivery.failed'
        | 'files.expiring'
        | 'certificate.ending'
        | 'budget.reached'
      )[];
      /** @description The one job that it is told of; unless given all. */
      jobId?: number | null;
    };
    /** @description What of a webhook becomes another; the rest stays. */
    WebhookChange: {
      /** @description Where deliveries go: an https address that is public, or `mailto:` and one mail address, where the deployment sends mails. What was added as one stays one. */
      url?: string;
      /** @description What it is told of. */
      events?: (
        | 'run.started'
        | 'run.finished'
        | 'run.failed'
        | 'run.cancelled'
        | 'run.skipped'
        | 'delivery.finished'
        | 'delivery.failed'
        | 'files.expiring'
        | 'certificate.ending'
        | 'budget.reached'
      )[];
      /** @description Whether it is told anything. What happens while it is not is not told later. */
      enabled?: boolean;
    };
    /** @description What a webhook answered to a test. */
    WebhookTest: {
      /** @description Whether it was taken: answered by 2xx. */
      delivered: boolean;
      /** @description The HTTP status of the last answer; of a mail that was taken 250, as by SMTP; null where there was none. */
      status: number | null;
      /** @description The beginning of the last answer, or why there was none, or why a mail was not taken. */
      answer: string;
    };
    /** @description The streams of an audit log. */
    AuditStreams: {
      /** @description The oldest first. */
      items: components['schemas']['AuditStream'][];
      /** @description How many there may be. */
      max: number;
    };
    /** @description Where an audit log is streamed to. */
    AuditStream: {
      /** @description Names the webhook. */
      id: string;
      /** @description Where deliveries go. */
      url: string;
      /** @description Whether it is told anything. */
      enabled: boolean;
      /**
       * @description `failures`: for three days nothing came; `somebody`: it was asked for; null: it is enabled.
       * @enum {string|null}
       */
      disabledBy: 'failures' | 'somebody' | null;
      /** @description Since when nothing came, ISO 8601; "" where the last delivery did. */
      failingSince: string;
      /** @description Until when the secret before this one signs as well, ISO 8601; "": it does not. */
      previousSecretUntil: string;
      /**
       * Format: date-time
       * @description When it was added.
       */
      createdDate: string;
      /** @description Who added it. */
      createdBy: string;
      /** @description The last link that it took; of a new stream the last one before it. */
      takenTo: number;
    };
    /** @description A stream, and the secret that was made for it. */
    AuditStreamWithSecret: {
      /** @description Names the webhook. */
      id: string;
      /** @description Where deliveries go. */
      url: string;
      /** @description Whether it is told anything. */
      enabled: boolean;
      /**
       * @description `failures`: for three days nothing came; `somebody`: it was asked for; null: it is enabled.
       * @enum {string|null}
       */
      disabledBy: 'failures' | 'somebody' | null;
      /** @description Since when nothing came, ISO 8601; "" where the last delivery did. */
      failingSince: string;
      /** @description Until when the secret before this one signs as well, ISO 8601; "": it does not. */
      previousSecretUntil: string;
      /**
       * Format: date-time
       * @description When it was added.
       */
      createdDate: string;
      /** @description Who added it. */
      createdBy: string;
      /** @description The last link that it took; of a new stream the last one before it. */
      takenTo: number;
      /** @description Signs its deliveries (`webhook-signature`). It is shown here, and never again; "" of a mail address, whose mails are not signed. */
      secret: string;
    };
    /** @description Where to stream the audit log to. */
    NewAuditStream: {
      /** @description Where deliveries go: an https address that is public. */
      url: string;
    };
    /** @description What of a stream becomes another; the rest stays. */
    AuditStreamChange: {
      /** @description Where deliveries go: an https address that is public. */
      url?: string;
      /** @description Whether it is told anything. What is entered while it is not is told when it is again. */
      enabled?: boolean;
    };
    /** @description What came of a test. */
    DestinationTestResult: {
      /** @description Whether the object was written, and could be looked at. */
      works: boolean;
      /**
       * @description Why not, as a word that stays the same; "" where it works.
       * @enum {string}
       */
      code:
        | ''
        | 'delivery-private'
        | 'delivery-away'
        | 'delivery-redirected'
        | 'delivery-key'
        | 'delivery-forbidden'
        | 'delivery-no-bucket'
        | 'delivery-refused'
        | 'delivery-changed'
        | 'delivery-unseen'
        | 'delivery-secret'
        | 'delivery-interrupted'
        | 'delivery-files-gone'
        | 'delivery-no-destination';
      /** @description The same in English, and what to do; "" where it works. */
      message: string;
      /** @description The name of the object that was written. */
      object: string;
      /** @description Whether nothing of it is left. Deliveries need no right to delete: an object that stays is no fault. */
      removed: boolean;
    };
    /** @description What is to be tested: a destination, that of a job, or both. */
    DestinationTest: {
      destination?: components['schemas']['Destination'];
      /** @description A job. Its own destination is tested where none is given; else its secret is used where that has none. */
      jobId?: number;
    };
    /** @description The table of roles. */
    Roles: {
      /** @description The roles. */
      items: components['schemas']['Role'][];
    };
    /** @description A role, and what it may do. */
    Role: {
      /** @description The role. */
      name: string;
      /** @description What it is for. */
      description: string;
      /** @description What may be done. */
      privileges: (
        | 'cipher.read'
        | 'cipher.write'
        | 'jobs.read'
        | 'jobs.write'
        | 'history.read'
        | 'history.write'
        | 'files.read'
        | 'files.download'
        | 'files.write'
        | 'data.read'
        | 'import'
        | 'contacts.erase'
        | 'users.read'
        | 'users.write'
        | 'audit.read'
        | 'audit.stream'
        | 'service.inspect'
      )[];
    };
    /** @description What a contact center has decided. */
    Settings: {
      /** @description Whether a request by token has to carry one of the center's API keys. */
      requireApiKey: boolean;
      /** @description Whether administrators alone replace the certificate. */
      cipherByAdministratorsOnly: boolean;
      /** @description Roles that need a second factor; ["all"] for everybody. */
      secondFactor: ('exporter' | 'importer' | 'administrator' | 'auditor' | 'security' | 'all')[];
      /** @description US dollars that are to be spent in a month; 0 for no budget. `GET /udm/v10/cost` shows what is. */
      budget: number;
    };
    /** @description What is to be decided differently. */
    SettingsChange: {
      /** @description Whether a request by token has to carry one of the center's API keys. */
      requireApiKey?: boolean;
      /** @description Whether administrators alone replace the certificate. */
      cipherByAdministratorsOnly?: boolean;
      /** @description Roles that need a second factor; ["all"] for everybody. */
      secondFactor?: ('exporter' | 'importer' | 'administrator' | 'auditor' | 'security' | 'all')[];
      /** @description US dollars that are to be spent in a month; 0 for no budget. `GET /udm/v10/cost` shows what is. */
      budget?: number;
    };
    /** @description Whoever asks. */
    Me: {
      /** @description The name of a user, the id of a client or an API key. */
      name: string;
      /**
       * @description What it is.
       * @enum {string}
       */
      kind: 'user' | 'client' | 'key';
      /** @description The contact center. */
      ccid: string;
      /** @description Names of roles. */
      roles: string[];
      /** @description What may be done. */
      privileges: (
        | 'cipher.read'
        | 'cipher.write'
        | 'jobs.read'
        | 'jobs.write'
        | 'history.read'
        | 'history.write'
        | 'files.read'
        | 'files.download'
        | 'files.write'
        | 'data.read'
        | 'import'
        | 'contacts.erase'
        | 'users.read'
        | 'users.write'
        | 'audit.read'
        | 'audit.stream'
        | 'service.inspect'
      )[];
      /** @description The outside issuer that a user comes from; null of whoever has a password here. */
      issuer: string | null;
      secondFactor: components['schemas']['SecondFactor'];
      /**
       * Format: date-time
       * @description When the password was last changed; null where it never was.
       */
      passwordChangedAt: string | null;
      /** @description What happened to one's own sign-in in the last week, until it is dismissed. */
      notices: components['schemas']['Notice'][];
    };
    /** @description The second factor of a user. */
    SecondFactor: {
      /** @description Whether the user has one. */
      enabled: boolean;
      /** @description Whether the user has to have one. Who has none then may set one up, and nothing else (403 `second-factor-first`). */
      required: boolean;
      /** @description How many recovery codes are left. */
      recoveryCodes: number;
    };
    /** @description Something that happened to one's own sign-in. */
    Notice: {
      /** @description What happened, as a word. */
      code: string;
      /**
       * Format: date-time
       * @description When it was.
       */
      time: string;
      /** @description The same for people. */
      message: string;
    };
    /** @description The password of now, and the one to come. */
    PasswordChange: {
      /** @description A password. */
      currentPassword: string;
      /** @description 12 to 256 characters. */
      newPassword: string;
    };
    /** @description A second factor that counts once a code of it was shown. */
    BegunSecondFactor: {
      /** @description The secret in base32, to be typed where no picture can be read. Shown now and never again. */
      secret: string;
      /** @description The same as an authenticator reads it from a QR code (TOTP, SHA-1, 6 digits, 30 seconds). */
      uri: string;
    };
    /** @description What lets in without the authenticator. */
    RecoveryCodes: {
      /** @description Each is good once in the place of a code. Shown now and never again. */
      recoveryCodes: string[];
    };
    /** @description A code of a second factor. */
    SecondFactorCode: {
      /** @description A code of the authenticator, or where one signs in also a recovery code. */
      code: string;
    };
    /** @description A page of a list. */
    AuditPage: {
      /** @description Number of matches; absent when asked by cursor. */
      count?: number;
      /** @description The number of items skipped. */
      from: number;
      /** @description The items of this page. */
      items: components['schemas']['AuditEntry'][];
      /** @description Where the list goes on: asked by cursor, or where one request could not read all that was asked for. Absent where nothing follows. */
      nextCursor?: string;
      /** @description The page size asked for. */
      size: number;
    };
    /** @description What somebody asked for, and how it came out. */
    AuditEntry: {
      /** @description The number of the link in the chain; it rises by one. */
      id: number;
      /**
       * Format: date-time
       * @description When the request came.
       */
      time: string;
      actor: components['schemas']['AuditActor'];
      /** @description What was asked for. */
      action: string;
      /** @description What it was about, as `type:id`. */
      objects: string[];
      /** @description `done`, or the code of a failure, or `unknown` of what has begun and was not ended. */
      outcome: string;
      /** @description How many requests are told of in one. */
      count: number;
      /** @description The address that it came from. */
      address: string;
      /** @description What the program calls itself. */
      userAgent: string;
      /** @description `X-Request-Id` of the answer. */
      requestId: string;
      /** @description The hash of the link before. */
      previous: string;
      /** @description The hash of this link. */
      hash: string;
      end: components['schemas']['AuditEnd'];
    };
    /** @description Who asked. */
    AuditActor: {
      /**
       * @description `link` is the holder of a download link; `nobody`: nobody that was known.
       * @enum {string}
       */
      type: 'user' | 'client' | 'key' | 'link' | 'operator' | 'nobody';
      /** @description The user's name, or the id of a client, key or link; "" where nobody was known. */
      name: string;
      /** @description The contact center; "" where there is none. */
      ccid: string;
      /** @description The OAuth client through which a token was obtained; null where none was. */
      client: string | null;
      /** @description The session of a browser; null where there was none. */
      session: string | null;
    };
    /** @description How it ended; null where it has not. */
    AuditEnd: {
      /** @description The number of the link. */
      id: number;
      /**
       * Format: date-time
       * @description When it was ended.
       */
      time: string;
      /** @description `done`, or the code of a failure; null where it counts. */
      outcome: string | null;
      /** @description What was made or changed, as `type:id`. */
      objects: string[];
      /** @description How many requests it tells of. */
      count: number;
      /** @description The hash of the link. */
      hash: string;
    } | null;
    /** @description Where the audit log begins and ends: `anchor` is the last link that retention removed, id 0 where none was, and `head` the last link. */
    AuditChain: {
      anchor: components['schemas']['AuditChainPlace'];
      head: components['schemas']['AuditChainPlace'];
    };
    /** @description A link of the chain. */
    AuditChainPlace: {
      /** @description The number of the link; 0 where there is none. */
      id: number;
      /** @description Its hash. */
      hash: string;
    };
    /** @description The browsers of a user. */
    BrowserSessions: {
      /** @description How many there are. */
      count: number;
      /** @description The newest first. */
      items: components['schemas']['BrowserSession'][];
    };
    /** @description A browser that somebody is signed in with. */
    BrowserSession: {
      /** @description Names the session; it opens nothing. */
      id: string;
      /**
       * Format: date-time
       * @description When the person signed in.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it was last used, to the minute.
       */
      usedAt: string;
      /**
       * Format: date-time
       * @description When it ends if it is not used any more.
       */
      expiresAt: string;
      /** @description From where it was opened. */
      address: string;
      /** @description What the browser called itself. */
      userAgent: string;
      /** @description Whether it is the one that asks. */
      current: boolean;
    };
    /** @description The programs that are signed in as a user. */
    SignedInPrograms: {
      /** @description How many there are. */
      count: number;
      /** @description The one that was used last first. */
      items: components['schemas']['SignedInProgram'][];
    };
    /** @description A program that is signed in as somebody. */
    SignedInProgram: {
      /** @description The client id of the program. */
      id: string;
      /** @description What the program is called. */
      name: string;
      /** @description Whether it is the command line of this service, which every deployment knows. */
      ofService: boolean;
      /** @description What it has of the person’s roles. */
      roles: string[];
      /** @description Whether it was given the password once; else the person let it in with a browser each time. Whoever has kept a password can sign in again. */
      byPassword: boolean;
      /** @description How many of its sign-ins could go on: each computer has its own. */
      signIns: number;
      /**
       * Format: date-time
       * @description When the first of them was.
       */
      since: string;
      /**
       * Format: date-time
       * @description When the program last renewed its tokens.
       */
      usedAt: string;
      /**
       * Format: date-time
       * @description When it ends if it is not used any more.
       */
      expiresAt: string;
    };
    /** @description An access token, and what there is to say of it. */
    Token: {
      /** @description The token, a JWT: `Authorization: Bearer …`. */
      access_token: string;
      /**
       * @description How the token is sent.
       * @enum {string}
       */
      token_type: 'Bearer';
      /** @description Seconds. */
      expires_in: number;
      /** @description Absent for client_credentials. */
      refresh_token?: string;
      /** @description Who signed in; of a code that was asked for with the scope `openid`. */
      id_token?: string;
      /** @description The roles that the token carries, separated by spaces. */
      scope: string;
    };
    /** @description Why no token was issued. */
    TokenError: {
      /** @description A word of RFC 6749, section 5.2. */
      error: string;
      /** @description What is wrong, in English. */
      error_description: string;
      /** @description The same in a word of this service: `second-factor-needed`, `user-refused` … */
      code: string;
    };
    /** @description Which program asks a person for what. */
    ConsentRequest: {
      /** @description The id of the program. */
      client: string;
      /** @description What the program is called. */
      name: string;
      /** @description Whether it is the command line of this service, which every deployment knows. */
      ofService: boolean;
      /** @description Where the answer goes: the origin of `redirect_uri`. */
      address: string;
      /** @description Whether that is this computer, as for a command line. */
      local: boolean;
      /** @description What the program would get of the person’s roles. */
      roles: string[];
    };
    /** @description Where a decision leads. */
    ConsentAnswer: {
      /** @description Where the page sends the browser: the program’s address, with `code` or `error`. */
      location: string;
    };
    /** @description What a person answers to a program. */
    ConsentDecision: {
      /** @description The query of the authorization request, as it came. */
      request: string;
      /** @description Whether the person allows it. */
      allow: boolean;
    };
    /** @description How people of a contact center sign in. */
    SignInIssuers: {
      /** @description The issuers, those of the whole deployment first. */
      items: components['schemas']['SignInIssuer'][];
      /** @description Whether anybody signs in by password here. */
      passwords: boolean;
    };
    /** @description An issuer that people sign in at. */
    SignInIssuer: {
      /** @description Names the issuer. */
      id: string;
      /** @description What it is called. */
      name: string;
    };
    /** @description Whose password was chosen. */
    InvitedUser: {
      /** @description The contact center. */
      ccid: string;
      /** @description The user. */
      name: string;
    };
    /** @description An invitation, and the password that was chosen. */
    AcceptedInvitation: {
      /** @description What stands behind the # of the link. */
      token: string;
      /** @description A password. */
      password: string;
    };
    /** @description Who is signed in. */
    SignedIn: {
      /** @description The user’s name. */
      name: string;
      /** @description The contact center. */
      ccid: string;
      /** @description The user’s roles. */
      roles: string[];
      /** @description What the roles allow. */
      privileges: (
        | 'cipher.read'
        | 'cipher.write'
        | 'jobs.read'
        | 'jobs.write'
        | 'history.read'
        | 'history.write'
        | 'files.read'
        | 'files.download'
        | 'files.write'
        | 'data.read'
        | 'import'
        | 'contacts.erase'
        | 'users.read'
        | 'users.write'
        | 'audit.read'
        | 'audit.stream'
        | 'service.inspect'
      )[];
      secondFactor: components['schemas']['SecondFactor'];
      /**
       * Format: date-time
       * @description When the password was last given.
       */
      authTime: string;
    };
    /** @description Who opens a browser session. */
    SignIn: {
      /** @description The user’s name, or `contact-center\user`. */
      userName: string;
      /** @description The contact center, where the name alone does not tell it. */
      tenant?: string;
      /**
       * Format: password
       * @description The user’s password.
       */
      password: string;
      /** @description A code of the second factor, or a recovery code; needed where the user has one (401 `second-factor-needed`). */
      code?: string;
    };
    /** @description That the person of a session is still there. */
    SignInAgain: {
      /**
       * Format: password
       * @description The user’s password.
       */
      password: string;
      /** @description A code of the second factor, or a recovery code; needed where the user has one (401 `second-factor-needed`). */
      code?: string;
    };
    /** @description Where a sign-out goes on. */
    SignedOut: {
      /** @description Where the page sends the browser to sign out there, too. */
      location: string;
    };
    /** @description Whom a token, or a session, stands for. */
    UserInfo: {
      /** @description The name of the user, or the id of the client. */
      sub: string;
      /** @description The same. */
      user_name: string;
      /** @description The contact center. */
      contact_center_id: string;
      /** @description The contact center, too: here each is its own environment. */
      environment_id: string;
      /** @description The roles. */
      authorities: string[];
    };
    /** @description Where the endpoints of the issuer are, and what they take. */
    ServerMetadata: {
      /** @description `iss` of its tokens. */
      issuer: string;
      /**
       * Format: uri
       * @description Where programs send browsers.
       */
      authorization_endpoint: string;
      /**
       * Format: uri
       * @description Where tokens are issued.
       */
      token_endpoint: string;
      /**
       * Format: uri
       * @description Where tokens are called back.
       */
      revocation_endpoint: string;
      /**
       * Format: uri
       * @description Who a token stands for.
       */
      userinfo_endpoint: string;
      /**
       * Format: uri
       * @description The keys that tokens are verified by.
       */
      jwks_uri: string;
      /** @description Grants of the token endpoint. */
      grant_types_supported: string[];
      /** @description How clients prove who they are. */
      token_endpoint_auth_methods_supported: string[];
      /** @description What the authorization endpoint answers with. */
      response_types_supported: string[];
      /** @description How it answers. */
      response_modes_supported: string[];
      /** @description How challenges are made. */
      code_challenge_methods_supported: string[];
      /** @description Scopes that change anything. */
      scopes_supported: string[];
      /**
       * @description Answers say who gives them (RFC 9207).
       * @enum {boolean}
       */
      authorization_response_iss_parameter_supported: true;
      /** @description One name of a user for every client. */
      subject_types_supported: string[];
      /** @description How tokens are signed. */
      id_token_signing_alg_values_supported: string[];
    };
    /** @description The public keys of the issuer. */
    JsonWebKeySet: {
      /** @description The ring. */
      keys: components['schemas']['JsonWebKey'][];
    };
    /** @description A public key of the issuer. */
    JsonWebKey: {
      /**
       * @description The kind of key.
       * @enum {string}
       */
      kty: 'RSA';
      /**
       * @description What it is for.
       * @enum {string}
       */
      use: 'sig';
      /**
       * @description By which algorithm.
       * @enum {string}
       */
      alg: 'RS256';
      /** @description How tokens name it. */
      kid: string;
      /** @description The modulus, in base64url. */
      n: string;
      /** @description The exponent, in base64url. */
      e: string;
    };
    /** @description An OpenAPI document. */
    ApiDocument: {
      /** @description The version of OpenAPI. */
      openapi: string;
    } & {
      [key: string]: unknown;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: {
    /** @description The id under which the operator finds the request. */
    'X-Request-Id': string;
    /** @description What an answer says is for whoever asked. */
    'Cache-Control': string;
    /** @description The content is what its type says. */
    'X-Content-Type-Options': 'nosniff';
    /** @description With 405: the methods that the path has. */
    Allow: string;
    /** @description Seconds to wait. */
    'Retry-After': string;
    /** @description The scheme to use (RFC 9110, section 11.6.1). */
    'WWW-Authenticate': string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getVersion: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The running build. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VersionInfo'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getCertificate: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The certificate. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CertificateInfo'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  uploadCertificate: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The name under which the certificate is kept. */
        certificatefilename: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': components['schemas']['CertificateForm'];
      };
    };
    responses: {
      /** @description The name under which the certificate is on file. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': string;
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  listCertificates: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The certificates. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CertificateList'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  addCertificate: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': components['schemas']['LabelledCertificateForm'];
      };
    };
    responses: {
      /** @description The certificate. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CertificateOnFile'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  makeCertificatePrimary: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description SHA-256 of its DER, lower-case hex. */
        fingerprint: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The certificate. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CertificateOnFile'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  removeCertificate: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description SHA-256 of its DER, lower-case hex. */
        fingerprint: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The certificate is removed. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getJobStatuses: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The statuses. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeyValueItem'][];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getSources: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sources. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeyValueItem'][];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getDataTypes: {
    parameters: {
      query?: {
        /** @description Of this source alone, by name or label. */
        source?: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The types. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DataType'][];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getSubTypes: {
    parameters: {
      query?: {
        /** @description Of this source alone, by name or label. */
        source?: string;
        /** @description Of this type alone: Interaction, Contact. */
        dataType?: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The media types. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubType'][];
        };
      };
      /** @description The type has none. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getAttributes: {
    parameters: {
      query?: {
        /** @description interaction, contact, comma-separated; both unless given. */
        entities?: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The attributes. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Attribute'][];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  listJobs: {
    parameters: {
      query?: {
        /** @description Number of items to skip; 0 unless given. */
        from?: number;
        /** @description Number of items to answer at most; 999999999 unless given. */
        size?: number;
        /** @description What to order by (id, createdDate, startedAt, title, status, type, source, fileName, fileSize, size, scheduleType); the newest first unless given. Ties are broken by id. */
        orderField?:
          | 'id'
          | 'createdDate'
          | 'startedAt'
          | 'title'
          | 'status'
          | 'type'
          | 'source'
          | 'fileName'
          | 'fileSize'
          | 'size'
          | 'scheduleType';
        /** @description true: descending. Ascending unless given, but descending without orderField. */
        descAsc?: boolean;
        /** @description Whether a page asks in the background; it changes nothing in the answer. */
        bgUpdate?: boolean;
        /** @description Empty for the first page, then the `nextCursor` of the answer before. Rows that are added meanwhile neither repeat nor hide another. */
        cursor?: string;
        /** @description Title of the job; contains, without case. */
        title?: string;
        /** @description Data type; contains, without case. */
        type?: string;
        /** @description Source, by name or label; contains, without case. */
        source?: string;
        /** @description How often the job runs; contains, without case. */
        scheduleType?: string;
        /** @description Whether the job is suspended. */
        suspend?: boolean;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The jobs that match. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobPage'];
        };
      };
      /** @description No job matches. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  createJob: {
    parameters: {
      query?: {
        /** @description true: nothing is created or changed. The request is checked as it would be, and the answer (200) tells what the job would hold if it ran now, and when it starts. */
        dryRun?: boolean;
      };
      header?: {
        /** @description A text that names this request, new for each other one: a UUID, say. Sent again within 24 hours it does nothing once more, and is answered as the first time (draft-ietf-httpapi-idempotency-key-header). Answers of 4xx are not kept, and nothing is of a dry run. */
        'idempotency-key'?: string;
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Job'];
      };
    };
    responses: {
      /** @description A dry run: what the job would be. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobPreview'];
        };
      };
      /** @description The job. */
      202: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobInfo'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The first request with this key is under way, or the contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The `Idempotency-Key` came with another request before. */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  deleteJobs: {
    parameters: {
      query?: {
        /** @description Ids of jobs, comma-separated; or `selection`. */
        jobIDs?: string;
        /** @description A token of `POST selections`: the operation acts on its rows alone. */
        selection?: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Everything was deleted. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getJob: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id, as the list shows it. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobInfo'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  updateJob: {
    parameters: {
      query?: {
        /** @description true: nothing is created or changed. The request is checked as it would be, and the answer (200) tells what the job would hold if it ran now, and when it starts. */
        dryRun?: boolean;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id, as the list shows it. */
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Job'];
      };
    };
    responses: {
      /** @description The job; of a dry run what it would be. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobInfo'] | components['schemas']['JobPreview'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  deleteJob: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id, as the list shows it. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job is deleted. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  runJob: {
    parameters: {
      query?: never;
      header?: {
        /** @description A text that names this request, new for each other one: a UUID, say. Sent again within 24 hours it does nothing once more, and is answered as the first time (draft-ietf-httpapi-idempotency-key-header). Answers of 4xx are not kept, and nothing is of a dry run. */
        'idempotency-key'?: string;
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id, as the list shows it. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The run. */
      202: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryItem'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The first request with this key is under way, or the contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The `Idempotency-Key` came with another request before. */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  suspendJobs: {
    parameters: {
      query: {
        /** @description A token of `POST selections`: the operation acts on its rows alone. */
        selection: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkResult'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  resumeJobs: {
    parameters: {
      query: {
        /** @description A token of `POST selections`: the operation acts on its rows alone. */
        selection: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkResult'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  cancelJobs: {
    parameters: {
      query: {
        /** @description A token of `POST selections`: the operation acts on its rows alone. */
        selection: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkResult'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  cancelJob: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id, as the list shows it. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The run is cancelled. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  suspendJob: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id, as the list shows it. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job, or that it was done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobInfo'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  resumeJob: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id, as the list shows it. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job, or that it was done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobInfo'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  listHistory: {
    parameters: {
      query?: {
        /** @description Number of items to skip; 0 unless given. */
        from?: number;
        /** @description Number of items to answer at most; 999999999 unless given. */
        size?: number;
        /** @description What to order by (id, createdDate, startedAt, title, status, type, source, fileName, fileSize, size); the newest first unless given. Ties are broken by id. */
        orderField?:
          | 'id'
          | 'createdDate'
          | 'startedAt'
          | 'title'
          | 'status'
          | 'type'
          | 'source'
          | 'fileName'
          | 'fileSize'
          | 'size';
        /** @description true: descending. Ascending unless given, but descending without orderField. */
        descAsc?: boolean;
        /** @description Whether a page asks in the background; it changes nothing in the answer. */
        bgUpdate?: boolean;
        /** @description Empty for the first page, then the `nextCursor` of the answer before. Rows that are added meanwhile neither repeat nor hide another. */
        cursor?: string;
        /** @description Runs of this job alone. */
        jobId?: number;
        /** @description Title of the job; contains, without case. */
        title?: string;
        /** @description Data type; contains, without case. */
        type?: string;
        /** @description Status, by value or label; contains, without case. */
        status?: string;
        /** @description Source, by name or label; contains, without case. */
        source?: string;
        /** @description Name of the last volume; contains, without case. */
        fileName?: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The history items that match. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryPage'];
        };
      };
      /** @description No history item matches. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  deleteHistory: {
    parameters: {
      query?: {
        /** @description Ids of history items, comma-separated; or `selection`. */
        jobIDs?: string;
        /** @description A token of `POST selections`: the operation acts on its rows alone. */
        selection?: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Everything was deleted. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getHistoryItem: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id, as the list shows it. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The history item. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryItemDetails'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  deleteHistoryItem: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id, as the list shows it. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The history item is deleted. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  retryHistoryItem: {
    parameters: {
      query?: never;
      header?: {
        /** @description A text that names this request, new for each other one: a UUID, say. Sent again within 24 hours it does nothing once more, and is answered as the first time (draft-ietf-httpapi-idempotency-key-header). Answers of 4xx are not kept, and nothing is of a dry run. */
        'idempotency-key'?: string;
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id, as the list shows it. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The new run. */
      202: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryItem'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The first request with this key is under way, or the contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The `Idempotency-Key` came with another request before. */
      422: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  retryHistory: {
    parameters: {
      query: {
        /** @description A token of `POST selections`: the operation acts on its rows alone. */
        selection: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was done. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BulkResult'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getProgress: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id, as the list shows it. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The progress. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobProgress'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  listFileMetadatas: {
    parameters: {
      query?: {
        /** @description Number of items to skip; 0 unless given. */
        from?: number;
        /** @description Number of items to answer at most; 999999999 unless given. */
        size?: number;
        /** @description What to order by (historyId, name, fileName, jobTitle, type, source, size, uploadDate, expiryDate, jobId); the newest first unless given. Ties are broken by id. */
        orderField?:
          | 'historyId'
          | 'name'
          | 'fileName'
          | 'jobTitle'
          | 'type'
          | 'source'
          | 'size'
          | 'uploadDate'
          | 'expiryDate'
          | 'jobId';
        /** @description true: descending. Ascending unless given, but descending without orderField. */
        descAsc?: boolean;
        /** @description Whether a page asks in the background; it changes nothing in the answer. */
        bgUpdate?: boolean;
        /** @description Empty for the first page, then the `nextCursor` of the answer before. Rows that are added meanwhile neither repeat nor hide another. */
        cursor?: string;
        /** @description Files of this run alone. */
        historyId?: number;
        /** @description Files of this job alone. */
        jobId?: number;
        /** @description Name of the file; contains, without case. */
        name?: string;
        /** @description Title of the job; contains, without case. */
        jobTitle?: string;
        /** @description Data type; contains, without case. */
        type?: string;
        /** @description Source, by name or label; contains, without case. */
        source?: string;
        /** @description Files uploaded at this moment or later. */
        startDate?: string;
        /** @description Files uploaded before this moment. */
        endDate?: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The files that match. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FilePage'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getFiles: {
    parameters: {
      query?: {
        /** @description Names of files, comma-separated, at most 100; or `selection`. */
        filename?: string;
        /** @description A token of `POST selections`: the operation acts on its rows alone. */
        selection?: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The links. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PreSignedUri'][];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  deleteFiles: {
    parameters: {
      query?: {
        /** @description Names of files, comma-separated; or `selection`. */
        filename?: string;
        /** @description A token of `POST selections`: the operation acts on its rows alone. */
        selection?: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Everything was deleted. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getFile: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The name of the file. */
        filename: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file, to a client that follows the redirect. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description The version of the file. */
          ETag: string;
          /** @description When the file was finished (RFC 9110, section 5.6.7). */
          'Last-Modified': string;
          /** @description Parts can be asked for by `Range`. */
          'Accept-Ranges': 'bytes';
          /** @description The name to keep the file under (RFC 6266). */
          'Content-Disposition': string;
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description Where the file is, for 10 minutes. */
      303: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description A signed link; it needs no token. */
          Location: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  deleteFile: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The name of the file. */
        filename: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file is deleted. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  createSelection: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SelectionRequest'];
      };
    };
    responses: {
      /** @description The selection. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Selection'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getStatistics: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The figures. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Statistics'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getCost: {
    parameters: {
      query?: {
        /** @description The month, in UTC; the current one unless given. */
        month?: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The cost. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Cost'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getLabels: {
    parameters: {
      query?: never;
      header?: {
        /** @description English or German. */
        'accept-language'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The labels. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description The language of the labels. */
          'Content-Language': 'en' | 'de';
          /** @description What the answer depends on. */
          Vary: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Labels'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  importRecords: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description Which records the body has. */
        kind: 'interactions' | 'documents' | 'contacts' | 'contact-attributes';
      };
      cookie?: never;
    };
    /** @description One record a line; gzip with `Content-Encoding: gzip`. */
    requestBody: {
      content: {
        'application/octet-stream': string;
        'application/x-ndjson': string;
      };
    };
    responses: {
      /** @description What was done, by lines. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportReport'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  eraseContact: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description CONTACTID of the contact. */
        contactId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was erased. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Erasure'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Everything works. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Something does not. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getMetrics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The metrics. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/openmetrics-text; version=1.0.0; charset=utf-8': string;
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  listUsers: {
    parameters: {
      query?: {
        /** @description Number of items to skip; 0 unless given. */
        from?: number;
        /** @description Number of items to answer at most; 999999999 unless given. */
        size?: number;
        /** @description What to order by (createdDate, name, passwordChangedAt); the newest first unless given. Ties are broken by id. */
        orderField?: 'createdDate' | 'name' | 'passwordChangedAt';
        /** @description true: descending. Ascending unless given, but descending without orderField. */
        descAsc?: boolean;
        /** @description Whether a page asks in the background; it changes nothing in the answer. */
        bgUpdate?: boolean;
        /** @description Empty for the first page, then the `nextCursor` of the answer before. Rows that are added meanwhile neither repeat nor hide another. */
        cursor?: string;
        /** @description Name of the user; contains, without case. */
        name?: string;
        /** @description Users with this role. */
        role?: string;
        /** @description Whether the user may not sign in. */
        disabled?: boolean;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The users that match. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserPage'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  addUser: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewUser'];
      };
    };
    responses: {
      /** @description The user. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AddedUser'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getUser: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The name of the user. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The user. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  removeUser: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The name of the user. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The user is removed. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  changeUser: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The name of the user. */
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UserChange'];
      };
    };
    responses: {
      /** @description The user. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  inviteUser: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The name of the user. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The invitation. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Invitation'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  listClients: {
    parameters: {
      query?: {
        /** @description Number of items to skip; 0 unless given. */
        from?: number;
        /** @description Number of items to answer at most; 999999999 unless given. */
        size?: number;
        /** @description What to order by (createdDate, name); the newest first unless given. Ties are broken by id. */
        orderField?: 'createdDate' | 'name';
        /** @description true: descending. Ascending unless given, but descending without orderField. */
        descAsc?: boolean;
        /** @description Whether a page asks in the background; it changes nothing in the answer. */
        bgUpdate?: boolean;
        /** @description Empty for the first page, then the `nextCursor` of the answer before. Rows that are added meanwhile neither repeat nor hide another. */
        cursor?: string;
        /** @description Name of the client; contains, without case. */
        name?: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The clients that match. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClientPage'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  addClient: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewClient'];
      };
    };
    responses: {
      /** @description The client. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AddedClient'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getClient: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The client id. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The client. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OAuthClient'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  removeClient: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The client id. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The client is removed. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  changeClient: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The client id. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ClientChange'];
      };
    };
    responses: {
      /** @description The client. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OAuthClient'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  renewClientSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The client id. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The client. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AddedClient'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  listApiKeys: {
    parameters: {
      query?: {
        /** @description Number of items to skip; 0 unless given. */
        from?: number;
        /** @description Number of items to answer at most; 999999999 unless given. */
        size?: number;
        /** @description What to order by (createdDate, name, lastUsedAt, expiresAt); the newest first unless given. Ties are broken by id. */
        orderField?: 'createdDate' | 'name' | 'lastUsedAt' | 'expiresAt';
        /** @description true: descending. Ascending unless given, but descending without orderField. */
        descAsc?: boolean;
        /** @description Whether a page asks in the background; it changes nothing in the answer. */
        bgUpdate?: boolean;
        /** @description Empty for the first page, then the `nextCursor` of the answer before. Rows that are added meanwhile neither repeat nor hide another. */
        cursor?: string;
        /** @description Name of the key; contains, without case. */
        name?: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The keys that match. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKeyPage'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  addApiKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewApiKey'];
      };
    };
    responses: {
      /** @description The key. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AddedApiKey'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getApiKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id of the key. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKey'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  removeApiKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id of the key. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key is removed. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  changeApiKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id of the key. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApiKeyChange'];
      };
    };
    responses: {
      /** @description The key. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiKey'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  renewApiKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id of the key. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AddedApiKey'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  listIssuers: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The issuers. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Issuers'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  addIssuer: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewIssuer'];
      };
    };
    responses: {
      /** @description The issuer. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Issuer'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  removeIssuer: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id of the issuer. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The issuer is removed. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  changeIssuer: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id of the issuer. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IssuerChange'];
      };
    };
    responses: {
      /** @description The issuer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Issuer'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  listWebhooks: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The webhooks. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhooks'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  addWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewWebhook'];
      };
    };
    responses: {
      /** @description The webhook, with its secret. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookWithSecret'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  listWebhookDeliveries: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id of the webhook. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The deliveries. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDeliveries'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  removeWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id of the webhook. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The webhook is removed. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  changeWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id of the webhook. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookChange'];
      };
    };
    responses: {
      /** @description The webhook. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  renewWebhookSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id of the webhook. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The webhook, with its secret. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookWithSecret'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  testWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id of the webhook. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What came of it. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookTest'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  listAuditStreams: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The streams. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditStreams'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  addAuditStream: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAuditStream'];
      };
    };
    responses: {
      /** @description The stream, with its secret. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditStreamWithSecret'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  listAuditStreamDeliveries: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id of the webhook. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The deliveries. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDeliveries'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  removeAuditStream: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id of the webhook. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The stream is removed. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  changeAuditStream: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id of the webhook. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AuditStreamChange'];
      };
    };
    responses: {
      /** @description The stream. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditStream'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  renewAuditStreamSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id of the webhook. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The stream, with its secret. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditStreamWithSecret'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  testAuditStream: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id of the webhook. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What came of it. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookTest'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  setDestination: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id, as the list shows it. */
        id: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Destination'];
      };
    };
    responses: {
      /** @description The job. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobInfo'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  removeDestination: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id, as the list shows it. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job has no destination any more. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  testDestination: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DestinationTest'];
      };
    };
    responses: {
      /** @description What came of it. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DestinationTestResult'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  deliverHistoryItem: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The id, as the list shows it. */
        id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The history item. */
      202: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryItem'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  listRoles: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The roles. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Roles'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getSettings: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The settings. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Settings'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  changeSettings: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SettingsChange'];
      };
    };
    responses: {
      /** @description The settings. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Settings'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getMe: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who asks. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordChange'];
      };
    };
    responses: {
      /** @description Who asks. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  dismissNotices: {
    parameters: {
      query?: {
        /** @description Forgets notices of this moment or before; all without it. */
        until?: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They are dismissed. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  beginSecondFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The secret. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BegunSecondFactor'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  removeSecondFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is removed. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  confirmSecondFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SecondFactorCode'];
      };
    };
    responses: {
      /** @description Recovery codes. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodes'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  renewRecoveryCodes: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Recovery codes. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodes'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The contact center has as much as it may have. */
      409: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  resetSecondFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The name of the user. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is removed. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  listAudit: {
    parameters: {
      query?: {
        /** @description Number of items to skip; 0 unless given. */
        from?: number;
        /** @description Number of items to answer at most; 999999999 unless given. */
        size?: number;
        /** @description What to order by (id, time); the newest first unless given. Ties are broken by id. */
        orderField?: 'id' | 'time';
        /** @description true: descending. Ascending unless given, but descending without orderField. */
        descAsc?: boolean;
        /** @description Whether a page asks in the background; it changes nothing in the answer. */
        bgUpdate?: boolean;
        /** @description Empty for the first page, then the `nextCursor` of the answer before. Rows that are added meanwhile neither repeat nor hide another. */
        cursor?: string;
        /** @description Name of who did it; contains, without case. */
        actor?: string;
        /** @description What was done; contains, without case. */
        action?: string;
        /** @description How it came out; contains, without case. */
        outcome?: string;
        /** @description One of the objects, exactly; `contact:` with the id of a contact finds by its keyed hash. */
        object?: string;
        /** @description Entries of this moment or later. */
        startDate?: string;
        /** @description Entries before this moment. */
        endDate?: string;
      };
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The entries that match. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditPage'];
          'application/x-ndjson': string;
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getAuditChain: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Both ends of the chain. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditChain'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getOwnSessions: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sessions. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BrowserSessions'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  endOwnSessions: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They have ended. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  endOwnSession: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The session’s id, as the list shows it. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It has ended. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getUserSessions: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The name of the user. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sessions. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BrowserSessions'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  endUserSessions: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The name of the user. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They have ended. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getOwnPrograms: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The programs. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedInPrograms'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  endOwnProgram: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path: {
        /** @description The client id of the program, as the list shows it. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They have ended. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  issueToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': components['schemas']['TokenForm'];
      };
    };
    responses: {
      /** @description The tokens. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description For caches of HTTP/1.0. */
          Pragma: 'no-cache';
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Token'];
        };
      };
      /** @description The request or the grant is refused (RFC 6749 section 5.2). */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description For caches of HTTP/1.0. */
          Pragma: 'no-cache';
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenError'];
        };
      };
      /** @description The client is not known, or its secret is wrong. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          /** @description For caches of HTTP/1.0. */
          Pragma: 'no-cache';
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenError'];
        };
      };
      /** @description Too many wrong ones before; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          /** @description For caches of HTTP/1.0. */
          Pragma: 'no-cache';
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenError'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  authorizeProgram: {
    parameters: {
      query?: {
        /** @description Always `code`. */
        response_type?: string;
        /** @description The id of the program. */
        client_id?: string;
        /** @description Where the answer goes: one of the program’s own addresses. */
        redirect_uri?: string;
        /** @description SHA-256 of the verifier in base64url (RFC 7636). */
        code_challenge?: string;
        /** @description Always `S256`. */
        code_challenge_method?: string;
        /** @description Comes back as it is: it ties the answer to whoever asked. */
        state?: string;
        /** @description `openid` for an ID token; a token carries all roles in any case. */
        scope?: string;
        /** @description Comes back in the ID token. */
        nonce?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page where the person decides, for a browser that has followed. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description To the page where the person decides; with `error` back to a program on the same computer. */
      302: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description Where to. */
          Location: string;
          /** @description As of the pages: a page of this service that opened the window goes on seeing it. */
          'Cross-Origin-Opener-Policy': string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  showConsent: {
    parameters: {
      query?: {
        /** @description Always `code`. */
        response_type?: string;
        /** @description The id of the program. */
        client_id?: string;
        /** @description Where the answer goes: one of the program’s own addresses. */
        redirect_uri?: string;
        /** @description SHA-256 of the verifier in base64url (RFC 7636). */
        code_challenge?: string;
        /** @description Always `S256`. */
        code_challenge_method?: string;
        /** @description Comes back as it is: it ties the answer to whoever asked. */
        state?: string;
        /** @description `openid` for an ID token; a token carries all roles in any case. */
        scope?: string;
        /** @description Comes back in the ID token. */
        nonce?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who asks for what. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentRequest'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  decideConsent: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConsentDecision'];
      };
    };
    responses: {
      /** @description Where the browser goes next. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentAnswer'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  listSignInIssuers: {
    parameters: {
      query?: {
        /** @description The contact center. */
        tenant?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The issuers. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignInIssuers'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  beginOutsideSignIn: {
    parameters: {
      query: {
        /** @description The id of the issuer. */
        issuer: string;
        /** @description The page to come back to; Home unless given. */
        to?: string;
        /** @description Has the person prove anew who it is. */
        again?: 'true';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page that is reached in the end, for a browser that has followed. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description To the issuer; to the page itself where another site leads here. */
      302: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description Where to. */
          Location: string;
          /** @description What the browser keeps meanwhile, sealed; or the session. */
          'Set-Cookie': string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  finishOutsideSignIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page that is reached in the end, for a browser that has followed. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description To the page that was asked for, or to the sign-in page. */
      303: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description Where to. */
          Location: string;
          /** @description What the browser keeps meanwhile, sealed; or the session. */
          'Set-Cookie': string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  acceptInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptedInvitation'];
      };
    };
    responses: {
      /** @description Whose password it is. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitedUser'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignIn'];
      };
    };
    responses: {
      /** @description Who is signed in; the cookie comes along. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description The session’s cookie, which scripts cannot read. */
          'Set-Cookie': string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedIn'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  signInAgain: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInAgain'];
      };
    };
    responses: {
      /** @description Who is signed in; the cookie comes along. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description The session’s cookie, which scripts cannot read. */
          'Set-Cookie': string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedIn'];
        };
      };
      /** @description The request is not what this operation takes, or the rules refuse it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body did not come within its time. */
      408: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body is larger than this operation takes. */
      413: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The body has a content type or encoding that this operation does not take. */
      415: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description There is no session here any more. At the issuer that it came from there may be. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description The session’s cookie, which scripts cannot read. */
          'Set-Cookie': string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedOut'];
        };
      };
      /** @description There is no session any more. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description The session’s cookie, which scripts cannot read. */
          'Set-Cookie': string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no room for it now; `Retry-After` says when to ask again. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  revokeToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': components['schemas']['Revocation'];
      };
    };
    responses: {
      /** @description The token is good for nothing any more. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request is refused (RFC 6749 section 5.2). */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenError'];
        };
      };
      /** @description The client is not known, or its secret is wrong. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenError'];
        };
      };
      /** @description Too many wrong ones before; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenError'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getUserInfo: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who it is. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserInfo'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getOpenIdUserInfo: {
    parameters: {
      query?: never;
      header?: {
        /** @description A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token. */
        'x-api-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who it is. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserInfo'];
        };
      };
      /** @description No valid access token came with the request. */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'WWW-Authenticate': components['headers']['WWW-Authenticate'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Too many requests, or too many wrong sign-ins; `Retry-After` says when to ask again. */
      429: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getOpenIdConfiguration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The issuer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServerMetadata'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getServerMetadata: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The issuer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServerMetadata'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getSigningKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The keys. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JsonWebKeySet'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  download: {
    parameters: {
      query?: {
        /** @description Where the file is stored, as the link has it. */
        key?: string;
        /** @description Until when the link is good, in milliseconds since 1970. */
        expires?: string;
        /** @description Over name, key and expiry. */
        signature?: string;
      };
      header?: never;
      path: {
        /** @description The name of the file. */
        filename: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The whole file. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description The version of the file. */
          ETag: string;
          /** @description When the file was finished (RFC 9110, section 5.6.7). */
          'Last-Modified': string;
          /** @description Parts can be asked for by `Range`. */
          'Accept-Ranges': 'bytes';
          /** @description The name to keep the file under (RFC 6266). */
          'Content-Disposition': string;
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The part that `Range` asks for. */
      206: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description The version of the file. */
          ETag: string;
          /** @description When the file was finished (RFC 9110, section 5.6.7). */
          'Last-Modified': string;
          /** @description Parts can be asked for by `Range`. */
          'Accept-Ranges': 'bytes';
          /** @description The name to keep the file under (RFC 6266). */
          'Content-Disposition': string;
          /** @description The part and the size of the file, in bytes (RFC 9110, section 14.4). */
          'Content-Range': string;
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      /** @description The file is the one that `If-None-Match` names, or no younger than `If-Modified-Since`. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description The version of the file. */
          ETag: string;
          /** @description When the file was finished (RFC 9110, section 5.6.7). */
          'Last-Modified': string;
          /** @description Parts can be asked for by `Range`. */
          'Accept-Ranges': 'bytes';
          /** @description The name to keep the file under (RFC 6266). */
          'Content-Disposition': string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The caller does not have the privilege that this operation needs. */
      403: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description There is no such thing in the contact center of the caller. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The file is not the one that `If-Match` or `If-Unmodified-Since` names. */
      412: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description The file does not have the part that `Range` asks for. */
      416: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          /** @description Parts can be asked for by `Range`. */
          'Accept-Ranges': 'bytes';
          /** @description The part and the size of the file, in bytes (RFC 9110, section 14.4). */
          'Content-Range': string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
  getApiDocument: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The document. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApiDocument'];
        };
      };
      /** @description Any other refusal: of a request that cannot be read, say. */
      '4XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          Allow: components['headers']['Allow'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
      /** @description A defect of the service, or a service that is not set up. */
      '5XX': {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'Cache-Control': components['headers']['Cache-Control'];
          'X-Content-Type-Options': components['headers']['X-Content-Type-Options'];
          'Retry-After': components['headers']['Retry-After'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Error'];
        };
      };
    };
  };
}

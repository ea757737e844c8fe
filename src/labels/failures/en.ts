/** What each failure says in English, as the API answers it. */
export const EN_FAILURES = {
  missing: '{field} is missing.',
  repeated: '{field}: give this parameter once.',
  'unknown-parameter': 'There is no parameter {field} here; did you mean {nearest}?',
  'no-parameters': 'This operation takes no query parameters; leave {field} out.',
  'unknown-member': 'There is no member {field} here; did you mean {nearest}?',
  'wrong-type': '{field} must be of the JSON type {expected}.',
  'not-one-of': '{field} must be one of {choices}.',
  'not-some-of': '{field} must be one or several of {choices}, separated by commas.',
  'not-taken': '{field} is not what this operation takes; see its description.',
  'too-long': '{field} may have at most {max} characters.',
  'unstorable-text': '{field} must not hold U+0000 or half a surrogate pair.',
  'not-a-whole-number': '{field} must be a whole number, 0 or more.',
  'not-an-id': '{field} must be a whole number from 1 to 9007199254740991.',
  'not-a-flag': '{field} must be true or false.',
  'not-a-date': '{field} must be a date in ISO 8601 or as YYYY-MM-DD HH:mm:ss (UTC).',
  'not-an-id-list':
    '{field} must have 1 to {max} parts, comma-separated, each of which must be a whole number from 1 to 9007199254740991.',
  'not-a-name-list':
    '{field} must have 1 to {max} parts, comma-separated, each of which is the name of a file.',
  'foreign-cursor':
    'cursor must be the nextCursor of an answer to the same list, order and filters; send it empty to begin.',
  'cursor-with-from': 'from and cursor do not go together: a cursor says where to go on.',
  'too-many-names': '{field} takes at most {max} names; ask for the others apart.',
  'body-too-large': 'The body may have at most {max} bytes.',
  'body-packed': 'Send this body uncompressed, without Content-Encoding.',
  'body-cut-off': 'The body ended before it was complete; send it again.',
  'body-too-slow': 'The body did not come within {seconds} seconds; send it again, in one go.',
  'body-not-utf8': 'The body is not UTF-8; encode it so.',
  'body-too-deep': 'The body nests deeper than {max} levels; send what is documented.',
  'not-json': 'The body is not valid JSON; check quotes, commas and brackets.',
  'json-expected': 'Send the body as application/json.',
  'unreadable-request': 'The request cannot be read.',
  'unknown-path':
    'There is nothing at this path; the API lives below /udm/v10, its documentation at /udm/docs.',
  'method-not-allowed': 'This path takes {allow}.',
  'not-configured': 'The service is not set up; its operator finds what is missing in its log.',
  'internal-error': 'The service failed to answer; try again, and tell its operator if it stays.',
  'operator-key-refused': 'Send the OPERATOR_KEY of this deployment as a bearer token.',
  'metrics-token-refused': 'Send the METRICS_TOKEN of this deployment as a bearer token.',
  'no-metrics': 'This deployment has no METRICS_TOKEN, and so no metrics: its operator can set one.',
  'https-only':
    'This service answers by https alone. Change the address, and the token or key that was sent: it could be read on its way.',
  'hold-days': 'holdDays must be a whole number from 0 to {max}.',
  'restore-place': 'Send the place that the last answer named.',
  'removal-place': 'Send the place that the last answer named, or the step "jobs" to begin.',
  'rewrap-place': 'Send the place that the last answer named, or the start of "second-factors" to begin.',
  'set-back-time':
    'Send "to" as a time of the last {max} days in ISO 8601, and holdDays as a whole number from 1 on.',
  'set-back-place': 'Send the place that the last answer named, with the time.',
  'no-history':
    'The platform does not know what objects were at that time: it keeps that for 30 days, and local workerd not at all.',
  'backup-place': 'Send the place that the last answer named, or null to begin.',
  'backup-head':
    'This is not how a backup of this contact center begins, or a later version wrote it: restore with the version that it says.',
  'backup-line':
    'This version knows no line like this ({name}): restore with the version that wrote the backup, or a later one.',
  'backup-not-begun':
    'The contact center is not coming back with this backup, or it is back: begin again with the head of the backup.',
  'backup-audit-differs':
    'The audit log of this contact center is not the one of the backup, or the backup was changed: restore into an empty deployment.',
  'backup-id-taken':
    'Id {id} belongs to another job here: restore into an empty deployment, or into the one that the backup is of.',
  'center-not-empty':
    'This contact center has something already: remove it, or restore into an empty deployment.',
  'not-a-center': 'A contact center is named by 1 to 64 letters, digits, ".", "_" and "-".',
  'not-a-center-change':
    'Send "suspended" as true or false, or "limits" by their names, each a whole number in its range or null for the default.',
  'center-former':
    'A contact center of this name was removed, and its audit log is kept: take another name, or remove it once more with its audit log.',
  'center-not-suspended':
    'A contact center is removed when it has been suspended for {seconds} seconds: until then somebody may still be at work in it.',
  'too-many': 'More than {max} rows match; narrow the filter.',
  'too-many-requests': 'Too many requests; wait a while and try again.',
  'unknown-selection':
    'This is no selection of yours of this list, or its ten minutes are over; make one with POST selections.',
  'selection-beside': 'Give {field} or a selection, not both.',
  'audit-away':
    'This cannot be written to the audit log now, so it was not done; try again in {seconds} seconds.',
  'not-a-key': '{field} must have 1 to {max} printable ASCII characters in double quotes.',
  'key-of-another':
    'This {field} came with another request before; take the same key for the same request alone, and a new one for each other.',
  'key-under-way': 'The first request with this {field} is under way; ask again in a moment.',
  'too-many-keys':
    'The contact center has sent {max} requests with an {field} within a day; send it without one, or again in {seconds} seconds, when some of them may be forgotten.',

  'no-token': 'Send an access token as "Authorization: Bearer …"; POST /auth/v3/oauth/token issues one.',
  'not-a-bearer': 'The Authorization header must be "Bearer" and an access token.',
  'token-expired': 'The access token has expired; get a new one from POST /auth/v3/oauth/token.',
  'token-invalid': 'The access token is not valid here; get one from POST /auth/v3/oauth/token.',
  'privilege-missing':
    'This needs the privilege "{privilege}", which none of your roles brings; ask your administrator for it.',
  'basic-expected': 'Send the client id and secret with HTTP Basic authentication.',
  'client-refused': 'The client id or secret is wrong.',
  'caller-ended':
    'The user, client or API key that this access stands for is disabled or gone; sign in again.',
  'center-suspended':
    'The operator of this service has suspended the contact center: nobody is let in and nothing begins until they let it go on.',
  'api-key-refused':
    'The x-api-key is unknown or has expired; send one of your contact center, or an access token.',
  'api-key-without-roles':
    'This API key only goes with an access token; send one beside it, or use a key that has roles.',
  'api-key-needed':
    'Your contact center demands one of its API keys with every request: send it as x-api-key.',
  'api-key-foreign': 'The x-api-key is one of another contact center; send one of your own, or none.',
  'user-refused': 'The user name or password is wrong.',
  'second-factor-needed':
    'This user has a second factor: send a code of it, too (in a token request as otp).',
  'second-factor-refused': 'The code is wrong, too old, or was used before.',
  'second-factor-first':
    'Your contact center demands a second factor, and you have none yet: set one up first (POST me/second-factor).',
  'sign-in-again': 'This needs a sign-in within the last five minutes: sign in again, and repeat it.',
  'program-may-not':
    'No program does this for you: use the pages of this service, or udm with its own client (udm login --browser).',
  'too-many-tries': 'Too many wrong sign-ins; try again in {seconds} seconds.',
  'too-fast': 'More than {max} requests in {window} seconds; ask again in {seconds} seconds.',
  'session-ended': 'The session has ended; sign in again.',
  'session-needed': 'This is for browser sessions; POST /auth/v3/sign-in opens one.',
  'foreign-origin':
    'Changes by cookie are taken from pages of this service alone: send its address as Origin.',
  'change-header-missing': 'Send the header X-UDM-Request: 1 with every change by cookie.',
  'no-session': 'There is no such session; it may have ended.',
  'no-program': 'No such program is signed in as you; it may have been ended.',
  'refresh-token-refused': 'The refresh token is unknown, used or expired; sign in again.',
  'program-unknown': 'No program of this service has this client_id.',
  'program-foreign':
    'This program belongs to another contact center: sign in there, or ask whoever gave you its address.',
  'redirect-unknown': 'The program has not registered this redirect_uri, so that nothing is sent there.',
  'response-type-unknown': 'Only response_type "code" is known, answered in the query.',
  'challenge-needed': 'A code needs PKCE: code_challenge, and code_challenge_method S256.',
  'person-needed': 'A person has to decide, so prompt cannot be "none".',
  'code-refused': 'The code is unknown, used or expired, or another program asked for it; sign in again.',
  'password-missing': 'The grant "password" needs username and password.',
  'refresh-token-missing': 'The grant "refresh_token" needs refresh_token.',
  'grant-type-missing': 'grant_type is missing.',
  'grant-type-unknown': 'grant_type must be one of {choices}.',
  'grant-not-for-client': 'A client without a secret may use a code with PKCE and refresh tokens alone.',
  'client-secret-in-body': 'Send the client secret with HTTP Basic authentication alone.',
  'client-id-differs': 'client_id differs from the client that authenticated.',
  'parameter-repeated': 'A parameter is given more than once.',
  'form-expected': 'Send the parameters as application/x-www-form-urlencoded.',

  'account-name':
    '{field} must have 1 to {max} characters, without "/", "\\" and control or invisible characters, and without spaces at its ends.',
  'name-taken': 'There is a "{name}" already; choose another name.',
  'no-user': 'There is no user "{name}"; GET users lists them.',
  'no-client': 'There is no client {id}; GET clients lists them.',
  'no-api-key': 'There is no API key {id}; GET api-keys lists them.',
  'last-administrator':
    'This is the last administrator of the contact center who can sign in: make another one first.',
  'administrators-only':
    'This is for administrators: who manages access, outside issuers, and whether administrators alone replace the certificate.',
  'own-roles':
    'Nobody gives roles to oneself, nor by an own client or API key: ask another one who manages users.',
  'own-record': 'A client or an API key changes nothing of itself: let a person do it who manages them.',
  'renewed-meanwhile': 'Another request made another one at the same time: that one is good; or ask again.',
  'password-length': '{field} must have {min} to {max} characters.',
  'password-holds-name':
    '{field} must not hold the name of the user, of the contact center or of this service.',
  'password-common': '{field} is one of the commonest passwords; choose another one.',
  'password-wrong': 'The current password is wrong.',
  'user-needed': 'Only users have a password; clients and API keys have none.',
  'second-factor-there': 'There is a second factor already: remove it first.',
  'second-factor-not-begun': 'No second factor was begun, or another one was since: begin again.',
  'second-factor-demanded': 'Your contact center demands a second factor of you: it cannot be removed.',
  'no-second-factor': 'There is no second factor.',
  'code-wrong':
    'The code is none of this secret now: wait for the next one, and look at the clock of the device.',
  'invitation-refused': 'The invitation is unknown, used or expired; ask your administrator for another one.',
  'expiry-past': '{field} must be in the future.',
  'not-an-account': 'Send ccid, name and roles, and of a user a password where it is not invited.',
  'center-has-administrator':
    'The contact center has an administrator who can sign in: users and clients are added as one.',
  'own-api-key-first':
    'The contact center has no API key that is good: make one first, or nobody could send it (POST api-keys).',
  'not-a-redirect-uri':
    'Write an https address, or http of 127.0.0.1 or [::1], without "#", user or password.',
  'passwords-off': 'Nobody signs in by password here; sign in at your organisation.',
  'password-grant-off': 'No token is given for a password here; sign in with a browser.',
  'outside-stale': 'The sign-in took too long, or was begun in another browser; begin again.',
  'outside-refused':
    'What came back from the sign-in elsewhere cannot be trusted; begin again, and tell your administrator if it stays so.',
  'outside-denied': 'The sign-in was denied.',
  'outside-not-again':
    'The outside issuer did not say that you proved just now who you are (auth_time); try again, or ask your administrator.',
  'outside-another': 'Somebody else is signed in there: sign in as who you are here.',
  'outside-name-taken': 'There is another user {name} here; ask your administrator.',
  'not-a-page': '{field} must be a page of this service.',
  'user-of-issuer': '{name} comes from an outside issuer and has no password here.',
  'no-issuer': 'There is no issuer {id}; GET issuers lists them.',
  'no-webhook': 'There is no webhook {id}; GET webhooks lists them.',
  'no-stream': 'There is no stream {id} of the audit log; GET audit/streams lists them.',
  'not-a-mail-address': '{field} must be "mailto:" and one mail address, as mailto:exports@acme.example.',
  'mail-not-set-up':
    'This deployment sends no mails; its operator sets that up with "npm run deploy -- --mail-from". Give an https address until then.',
  'mail-unsigned': 'This is a mail address: mails are not signed, and so have no secret.',
  'mail-tested': 'A test was just sent to a mail address; send the next one in {seconds} seconds.',
  'not-an-address': '{field} must be an https address, without user, password or "#".',
  'address-private':
    '{field} leads to a private network or to this machine; only public addresses are asked.',
  'issuer-away': 'The outside issuer does not answer; try again in {seconds} seconds.',
  'issuer-document':
    'The issuer’s discovery document (/.well-known/openid-configuration) is missing something, or names another issuer.',
  'issuer-own': 'That is this service itself; its tokens are accepted already.',
  'audience-taken': 'This audience of this issuer is taken already: a token for it would be two people’s.',
  'issuer-keys-differ':
    'Another entry names this issuer by other keys, which would sign for its people: give both the same {field}, or none.',
  'issuer-client-missing': 'A secret goes with a client: give {field}, too.',

  'title-length': 'title must have 1 to {max} characters after trimming.',
  'source-not-supported': 'Info Mart exports are not supported: use the source UCS.',
  'unknown-source':
    'source must be UCS, or its label "Contact History"; GET data/sources lists what there is.',
  'unknown-media': '"{name}" is no media type: GET data/sub-types lists them.',
  'all-media-and-others': '"all" stands alone: leave it out or leave the other media out.',
  'too-many-filters': 'A job has at most {max} filters.',
  'name-length': '{field} must have 1 to {max} characters.',
  'filter-value':
    '{field} does not fit the operator "{operator}": in takes 1 to 100 values, contains and startsWith a text, gt, gte, lt and lte a number or a date, exists true or false, eq and ne one value.',
  'attributes-of-data-sync':
    'A DataSync job of contacts cannot ask for the attribute "{name}": in {field} name a field of contacts themselves, or use type UCS.',
  'contact-missing':
    'A job of the type Person needs {field}: the CONTACTID of the one contact that it exports.',
  'contact-of-person': '{field} is for jobs of the type Person: leave it out, or use that type.',
  'person-of-data-sync': 'A DataSync job exports no person: use type UCS.',
  'time-frame-forms': 'timeFrame takes exactly one of: all (true), dateFrom and/or dateTo, last.',
  'time-frame-of-data-sync':
    'The timeFrame of a DataSync job is "all": true and nothing else: it exports what changed.',
  'time-frame-order': 'dateFrom must be before dateTo.',
  'last-of-one-time': 'last is for recurring jobs: give dateFrom and dateTo.',
  'not-a-duration': 'last must be an ISO 8601 duration of whole numbers, such as P7D or PT12H.',
  'cron-missing': 'runs "cron" needs a cron expression.',
  'cron-of-one-time': 'A job that runs once takes no cron: leave it or runs out.',
  'not-a-cron':
    'cron must have 5 fields (minute, hour, day of month, month, day of week), or 6 with seconds 0 before them; it has {count}.',
  'cron-seconds': 'cron of 6 fields begins with the seconds, which must be 0.',
  'cron-hash':
    'cron, field {name}: H would be drawn anew each time that the next start is asked for; write the value itself.',
  'cron-part':
    'cron, field {name}: "{part}" is not taken; write {min} to {max}, ranges (2-5), steps (*/2), lists of them (1,4), or *.',
  'cron-step': 'cron, field {name}: the step of "{part}" must be 1 or more.',
  'cron-range':
    'cron, field {name}: "{part}" ends before it begins; write it as two ranges, separated by a comma.',
  'cron-never': 'cron names a time that never comes, such as 31 February; change its days or months.',
  'suspended-immediately': 'A job that runs immediately cannot start suspended: send one of them.',
  'start-date-form': 'startDate must be ISO 8601 or YYYY-MM-DD HH:mm:ss (UTC), before the year 9999.',
  'start-date-past': 'startDate must be in the future.',
  'unknown-time-zone':
    '{field} must be the name of a time zone as IANA has it, such as Europe/Berlin; did you mean {nearest}?',
  'one-time-start': 'A job that runs once takes either "immediately": true or a startDate in the future.',
  'not-a-size': 'fileSplitSize is a number with KB, MB or GB, such as 100MB.',
  'size-out-of-range': 'fileSplitSize must be from {min} to {max}.',

  'not-running': 'The job has no run in progress.',
  'in-progress': 'The job is in progress: wait for its end or cancel it first.',
  spent: 'A job that runs once cannot be resumed after its start: create a new one.',
  'one-time': 'A job that runs once cannot be edited after it was submitted: create a new one.',
  suspended: 'The job is suspended.',
  'already-synced':
    'A DataSync job goes on behind what this run exported, and does not export it again: run the job instead.',
  'exports-other-data': 'The job exports other data by now than this run did: run the job instead.',
  gone: 'The job does not exist any more.',
  'limit-reached':
    'No more than {max} are allowed ({field}): delete what is no longer needed, or ask the operator for a higher limit.',
  'limit-passed':
    'No more than {max} are allowed ({field}): the lines from {line} on were not taken. Delete what is no longer needed, or ask the operator for a higher limit.',
  'no-job': 'There is no job {id}; GET export/jobs lists them.',
  'no-history-item': 'There is no history item {id}; GET export/history lists them.',
  'no-file': 'There is no file "{name}", or it has expired; GET file-metadatas lists what is.',
  'files-missing': '{count} of the files are not there, or have expired.',
  'not-all-deleted': '{count} could not be deleted, the others are; the first reason: {reason}',
  'no-contact': 'Nothing of this contact is in the history.',

  'link-changed': 'The link was changed; get a new one from GET /udm/v10/files/<filename>.',
  'link-expired': 'The link has expired; get a new one from GET /udm/v10/files/<filename>.',
  'file-gone': 'The file is no longer here; GET /udm/v10/file-metadatas lists what is.',
  'file-changed':
    'The file is not the one that If-Match or If-Unmodified-Since names; fetch it from its beginning.',
  'range-unsatisfiable': 'The file has {size} bytes; ask for a part of them.',

  'no-certificate': 'No certificate is on file; POST cipher/<name> uploads one.',
  'certificate-needed': 'No certificate is on file: upload one with POST cipher/<name>.',
  'unknown-certificate':
    'There is no certificate with the fingerprint {fingerprint} on file; GET certificates lists them.',
  'certificates-full': '{max} certificates are on file, and no more may be: remove one first.',
  'last-certificate': 'It is the only certificate on file, and exports need one: add another one first.',
  'certificate-name':
    'The name must have 1 to {max} characters, without "/", "\\", "..", control or invisible characters.',
  'certificate-label-missing': 'The form has no field "label"; put there what the certificate is called.',
  'certificate-form-expected': 'Send the certificate as multipart/form-data in the field "file".',
  'form-without-boundary':
    'Content-Type names no boundary; leave the header to your HTTP library, which writes it with the form.',
  'form-not-ended':
    'The body does not end with the boundary that Content-Type names; send the whole form, under the boundary it was written with.',
  'form-too-many-parts': 'The form has too many parts; send one field "file" with the certificate.',
  'certificate-file-missing': 'The form has no field "file"; put the certificate there.',
  'certificate-file-repeated': 'The form has several fields "file"; send one certificate.',
  'certificate-file-too-large': 'A certificate file may have at most {max} bytes.',
  'private-key':
    'The file holds a private key; it was not stored. Upload the certificate alone (out of a .p12 or .pfx: openssl pkcs12 -in FILE -clcerts -nokeys), and treat the key as exposed if others may have seen this request.',
  'several-certificates':
    'The file holds more than one PEM block; upload the one certificate of the recipient, without its chain.',
  'certificate-bundle':
    'The file is a PKCS #7 bundle; upload the one certificate of the recipient as PEM or DER (openssl pkcs7 -in FILE -print_certs shows them all).',
  'other-pem': 'The file is PEM but holds no certificate; upload an X.509 certificate.',
  'certificate-in-utf16':
    'The file is text in UTF-16; save the certificate as ASCII or UTF-8 (in PowerShell: Set-Content -Encoding ascii), or upload it as DER.',
  'not-a-certificate': 'The file is no X.509 certificate in PEM or DER; upload one.',
  'certificate-serial-number':
    "The certificate's serial number is not written in its shortest form, and OpenSSL reads no such certificate; have it issued anew.",
  'certificate-names':
    'A name in the certificate is damaged, or is text of a type that names do not have, and OpenSSL reads no such certificate; have it issued anew.',
  'certificate-validity':
    "The certificate's validity is not written as RFC 5280 has it, in UTC with seconds (YYMMDDHHMMSSZ, from 2050 on YYYYMMDDHHMMSSZ); have it issued anew.",
  'unusable-key':
    "The certificate's RSA key cannot be used for encryption; upload a certificate with a usual RSA key.",
  'certificate-key-type': "The certificate's key is {algorithm}; upload a certificate with an RSA key.",
  'certificate-key-bits': "The certificate's RSA key has {bits} bits; upload one with at least {min} bits.",
  'certificate-key-usage':
    "The certificate's key usage does not allow key encipherment; upload one that allows it or states no key usage.",
  'certificate-not-yet-valid': 'The certificate is not valid before {from}; upload one that is valid now.',
  'certificate-expired': 'The certificate expired at {until}; upload one that is valid now.',

  'not-a-bucket':
    'This is no name of a bucket: 3 to 63 lower-case letters, digits, hyphens and dots, as your storage shows it, without the endpoint.',
  'not-a-region':
    'This is no region: write the one of the bucket as your storage shows it, as in eu-central-1, or leave it out.',
  'not-an-access-key':
    'This is no id of an access key: copy it as your storage shows it, without blanks; the secret has a field of its own.',
  'not-an-endpoint':
    'This is no endpoint: an https address without query, as https://s3.eu-central-1.amazonaws.com; the bucket has a field of its own.',
  'prefix-placeholder': '"{name}" is no placeholder of the prefix: there are {choices}.',
  'prefix-form':
    "The prefix may have letters, digits and ! _ . * ' ( ) = - between single slashes, and no step that is . or ..; it begins without a slash.",
  'secret-needed':
    'Give the secret of the access key, too: the one on file is kept for the same endpoint and access key alone.',
  'no-destination': 'The job has no destination: give it one first.',
  'nothing-to-deliver': 'The run has no files that could be delivered: it is not Finished, or they are gone.',
  'delivery-under-way': 'The delivery is under way already; wait for its end.',
  'delivery-private':
    'The endpoint is no public address, or its name leads to none: give one that can be reached from outside.',
  'delivery-away':
    'The endpoint did not answer, or said that it cannot now; it is asked again. Look whether it can be reached from outside.',
  'delivery-redirected':
    'The endpoint leads elsewhere, which is not followed: give the endpoint of the region that the bucket is in.',
  'delivery-key':
    'The storage does not know the access key, or its secret or region is another one: give a key that is valid now, and its secret.',
  'delivery-forbidden':
    'The access key may not write there: allow it s3:PutObject, s3:GetObject and s3:AbortMultipartUpload below the prefix.',
  'delivery-no-bucket': 'There is no such bucket at the endpoint: create it, or correct its name.',
  'delivery-refused':
    'The storage refuses what it was sent; look into its log, and whether it speaks S3 with Signature Version 4.',
  'delivery-changed': 'What arrived is not what was sent, by its size or checksum; the file is sent anew.',
  'delivery-unseen':
    'The file was written, but the access key may not look at it, so that its size could not be checked: allow it s3:GetObject below the prefix.',
  'delivery-secret': 'The secret of the access key cannot be read here any more: give it again.',
  'delivery-interrupted': 'The service was interrupted; it goes on by itself.',
  'delivery-files-gone':
    'The files expired or were deleted before all of them were delivered: run the job again.',
  'delivery-no-destination': "The job's destination was removed before the files were delivered.",

  'json-lines-expected': 'Send the records, one a line, as application/x-ndjson or application/octet-stream.',
  'import-encoding': 'Send the records packed with gzip, or unpacked.',
  'import-too-large':
    'One request may have at most {max} bytes as sent; cut the file at line ends and send the pieces one after another.',
  'import-unpacks-too-large':
    'One request may have at most {max} bytes unpacked; cut the file at line ends and send the pieces one after another.',
  'import-statements':
    'The body needs more database statements than one request has, before line {line}; send it in smaller pieces.',
  'import-statements-at-end':
    'The body needs more database statements than one request has, before its end; send it in smaller pieces.',
  'import-too-slow': 'The body came too slowly; send it again in smaller pieces.',
  'imports-busy': 'Too many imports are under way; send this one again in {seconds} seconds.',
  'gzip-broken': 'The gzip stream is broken or cut off; compress the file again and resend it.',
  'gzip-untold': 'The body is packed with gzip; say so with Content-Encoding: gzip, or send it unpacked.',
  'record-not-an-object': 'This is not a JSON object; write one whole object on each line.',
  'record-not-utf8': 'This is not valid UTF-8; write the file in UTF-8.',
  'record-too-deep': 'The record is nested deeper than {max} levels; make it flatter.',
  'record-too-long': 'The record is longer than {max} bytes, the most that one may have; make it shorter.',
  'not-a-name': '{field} must be a string of 1 to {max} characters.',
  'record-erased':
    'This record, or the one that it belongs to, was erased with its contact; it is not taken again.',
  'too-many-media':
    'The media type "{name}" would be one too many: a contact center has at most {max}; use one that is there already.',
} as const;

/**
 * Why the client could not do what it was asked. Codes stay, each for one thing: a page shows words of its own by them; the
 * message is for the person at a command line.
 *
 * | code            | of                | means                                                          |
 * |-----------------|-------------------|----------------------------------------------------------------|
 * | unreachable     | the service       | no answer came, however often it was asked                     |
 * | refused         | the service       | it answered with an error (`RefusedRequest` has the status)    |
 * | not-smime       | a sealed file     | it does not begin with S/MIME headers                          |
 * | unsupported     | a sealed file     | signed, or encrypted in a way that is not opened here          |
 * | truncated       | a sealed file     | it ends too early                                              |
 * | damaged         | a sealed file     | its bytes make no sense                                        |
 * | wrong-key       | a sealed file     | the private key is another one, or none                        |
 * | missing         | a set of volumes  | it has more volumes (`MissingVolumes` names them)              |
 * | exchanged       | a set of volumes  | a volume is not the one of its name, or damaged                |
 * | archive-damaged | a set of volumes  | the opened bytes are no archive of this service                |
 * | differs         | a set of volumes  | the archive is not what its manifest says                      |
 */
export type ClientErrorCode =
  | 'unreachable'
  | 'refused'
  | 'not-smime'
  | 'unsupported'
  | 'truncated'
  | 'damaged'
  | 'wrong-key'
  | 'missing'
  | 'exchanged'
  | 'archive-damaged'
  | 'differs';

/** What the user of the client can mend, as opposed to a defect: `message` is meant for them. */
export class ClientError extends Error {
  readonly code: ClientErrorCode;
  constructor(code: ClientErrorCode, message: string) {
    super(message);
    this.name = 'ClientError';
    this.code = code;
  }
}

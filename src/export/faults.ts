import type { Fault } from '../model/protocol.ts';
import { faultCode, passesByItself, type FaultCode } from '../platform/faults.ts';

/** The lease was lost, or the run has ended: whoever throws it has nothing more to write. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** The run cannot succeed, however often it is tried. The message is shown to the user. */
export class RunFailure extends Error {
  override readonly name = 'RunFailure';
}

/** A volume cannot be completed any more: its archive has to be begun anew. */
export class VolumeSpoiled extends Error {
  override readonly name = 'VolumeSpoiled';
}

/** What a fault is called in a run's history. An error's own text is not for users: the database's carry bound values. */
const WORDS: Readonly<Record<FaultCode, string>> = {
  'r2-unavailable': 'R2 did not answer',
  'r2-10007': 'R2 has not kept a file that this run had written',
  'r2-10011': 'R2 refused a part of a file as too small',
  'r2-10024': 'R2 has forgotten the upload of a file',
  'r2-10025': 'R2 did not know a part of a file again',
  'r2-10048': 'R2 refused the parts of a file for their sizes',
  'r2-other': 'R2 refused a call',
  'd1-overloaded': 'D1 had too much to do',
  'd1-reset': 'D1 started anew under the run',
  'd1-network': 'the connection to D1 was lost',
  'd1-full': 'D1 is full',
  'd1-sql': 'D1 refused a statement',
  'd1-other': 'D1 did not answer',
  'object-overloaded': "the job's own object had too much to do",
  'object-reset': "the job's own object started anew under the run",
  queue: 'the queue took no message',
  platform: 'the platform met an error of its own',
  network: 'a connection was lost',
  timeout: 'a call took too long',
  aborted: 'a call was broken off',
  limits: 'a step needed more than the platform gives to one',
  'lease-lost': 'another consumer had taken over',
  'volume-spoiled': 'a volume could not be completed',
  'snapshot-gone': 'what the run was reading was not kept',
  'run-failure': 'the run cannot succeed',
  'record-unreadable': 'a record could not be read',
  shape: 'what was read had not the form that it must have',
  defect: 'the service has a defect',
  unknown: 'the log of the service tells where it came from',
};

/** A fault as the job's object is told of it: in words for the user, with the code that the operator's log has too. */
export function faultOf(error: unknown): Fault {
  const code = faultCode(error);
  return { code, transient: passesByItself(code), words: `${WORDS[code]} (${code})` };
}

/** One sentence about a fault that came again and again. */
export const describeFault = (error: unknown): string =>
  `The export met the same fault again and again: ${faultOf(error).words}.`;

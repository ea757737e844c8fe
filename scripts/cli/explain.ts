/** Errors of the system (errno(3)) that a person can mend, as the rest of a sentence about a path. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'lies below something that is no folder',
  EACCES: 'may not be read or written by you',
  EPERM: 'may not be read or written by you',
  EROFS: 'lies on a disk that takes no changes',
  ENOSPC: 'could not be written: the disk is full',
  EDQUOT: 'could not be written: your share of the disk is used up',
  EFBIG: 'could not be written: this disk takes no file so large',
  EMFILE: 'could not be opened: too many files are open',
  ENAMETOOLONG: 'has too long a name',
  EEXIST: 'exists already',
  ELOOP: 'is a link that leads in a circle',
  EIO: 'cannot be read or written: the disk reports an error',
};

/** Work on a file whose errors name it: those of a write, a full disk's among them, come without a path. */
export async function naming<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && !('path' in error)) Object.assign(error, { path });
    throw error;
  }
}

/** What an error of the file system means, in a sentence; null where it is none that a person can mend. */
export function explainFile(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const reason = REASONS[String(error.code)];
  if (reason === undefined) return null;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'A file';
  return `${path} ${reason}.`;
}

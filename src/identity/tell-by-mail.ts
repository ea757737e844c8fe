import type { NoticeCode } from '../model/notices.ts';

/** Tells a user of something by mail, beside the notice on the next page; behind the answer, and without a word where it cannot. */
export type TellByMail = (user: { readonly name: string }, code: NoticeCode) => void;

/** The name of a contact center: 1 to 64 letters, digits, ".", "_" and "-". */
export const CCID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

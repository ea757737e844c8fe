/** What a call came to: its value, or what its error says in the platform's own terms. */
export type Outcome = { readonly value: unknown } | { readonly error: string };

export async function outcomeOf(call: () => unknown): Promise<Outcome> {
  try {
    return { value: (await call()) ?? null };
  } catch (error) {
    return { error: termsOf(error instanceof Error ? error.message : String(error)) };
  }
}

/** R2's number, SQLite's name, D1's: words around them differ from version to version. */
function termsOf(message: string): string {
  const [terms] = /\(\d{5}\)|SQLITE_[A-Z]+|D1_TYPE_ERROR|D1_COLUMN_NOTFOUND|exactly one/.exec(message) ?? [];
  return terms ?? message;
}

import type { ViewRow } from '../../store/views.ts';

/** The JSON texts of stored answers, page by page. */
export async function* viewPages(
  pages: AsyncGenerator<readonly ViewRow[], void>,
): AsyncGenerator<readonly string[], void> {
  for await (const rows of pages) yield rows.map(({ view }) => view);
}

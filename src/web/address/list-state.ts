/** Where a list stands: its page, order and filters, as the address has them. A link to it shows the same. */
export interface ListState {
  /** From 1. */
  readonly page: number;
  readonly size: number;
  readonly order: { readonly field: string; readonly descending: boolean } | null;
  readonly filters: Readonly<Record<string, string>>;
}

/** What a list can be asked for. */
export interface ListForm {
  readonly orders: readonly string[];
  readonly filters: readonly string[];
}

export const PAGE_SIZES = [25, 50, 100] as const;
const SIZE = 50;

/** What an address asks for; what it may not say is left out, so that an old link still opens. */
export function parseListState(search: string, { orders, filters }: ListForm): ListState {
  const given = new URLSearchParams(search);
  const page = Number(given.get('page'));
  const size = PAGE_SIZES.find((one) => String(one) === given.get('size')) ?? SIZE;
  const sort = given.get('sort') ?? '';
  const field = orders.find((name) => name === sort.replace(/^-/, ''));
  const set = filters.flatMap((name) => {
    const value = given.get(name)?.trim();
    return value ? [[name, value] as const] : [];
  });
  return {
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    size,
    order: field === undefined ? null : { field, descending: sort.startsWith('-') },
    filters: Object.fromEntries(set),
  };
}

/** The address of a list, without what is so anyway. */
export function formatListState({ page, size, order, filters }: ListState): string {
  const written = new URLSearchParams(filters);
  if (order) written.set('sort', (order.descending ? '-' : '') + order.field);
  if (size !== SIZE) written.set('size', String(size));
  if (page > 1) written.set('page', String(page));
  return written.toString();
}

/** The order after a click on a header: ascending, descending, then none. */
export function nextOrder(order: ListState['order'], field: string): ListState['order'] {
  if (order?.field !== field) return { field, descending: false };
  return order.descending ? null : { field, descending: true };
}

/** A list with another filter, from its first page; null takes the filter away. */
export function withFilter(state: ListState, name: string, value: string | null): ListState {
  const { [name]: _old, ...others } = state.filters;
  return { ...state, page: 1, filters: value ? { ...others, [name]: value } : others };
}

/** The query that answers what a list shows. */
export const queryOf = ({ page, size, order, filters }: ListState) => ({
  from: (page - 1) * size,
  size,
  ...(order ? { orderField: order.field, descAsc: order.descending } : {}),
  ...filters,
});

/** `1–50 of 100,000`, as numbers: the first and last row of a page. */
export const rowsShown = ({ page, size }: ListState, count: number) => ({
  first: count === 0 ? 0 : Math.min((page - 1) * size + 1, count),
  last: Math.min(page * size, count),
});

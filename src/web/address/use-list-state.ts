import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { formatListState, parseListState, type ListForm, type ListState } from './list-state.ts';

/** A list's state in the address: back, reload and a link keep it. Changes replace each other; a page is a step of its own. */
export function useListState(form: ListForm): readonly [ListState, (next: ListState) => void] {
  const search = useSearch();
  const [path, go] = useLocation();
  const state = useMemo(() => parseListState(search, form), [search, form]);
  const change = useCallback(
    (next: ListState) => {
      const text = formatListState(next);
      go(text ? `${path}?${text}` : path, { replace: next.page === state.page });
    },
    [go, path, state.page],
  );
  return [state, change];
}

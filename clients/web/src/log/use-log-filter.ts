import { useSearchParams } from 'react-router';
import type { AuditFilter, AuditKind } from '../generated/graphql.ts';
import { startOfDay } from './start-of-day.ts';

export interface LogFilterValues {
  actors: readonly string[];
  kinds: readonly string[];
  nouns: readonly string[];
  /** Of one thing. */
  id: string;
  from: string;
  to: string;
}

/** The filter of the log, kept in the address; days are whole ones where the viewer is. */
export function useLogFilter() {
  const [params, setParams] = useSearchParams();
  const values = valuesIn(params);

  function put(change: Readonly<Record<string, string | readonly string[]>>) {
    const changed = (current: URLSearchParams) => {
      const next = new URLSearchParams(current);
      for (const [field, value] of Object.entries(change)) {
        next.delete(field);
        for (const each of typeof value === 'string' ? [value] : value) if (each) next.append(field, each);
      }
      return next;
    };
    setParams(changed, { replace: true });
  }

  return {
    values,
    filter: filterOf(values),
    put,
    /** Where an entry is shown beside the list. */
    to: (entry: string) =>
      `/log?${new URLSearchParams([...[...params].filter(([name]) => name !== 'entry'), ['entry', entry]])}`,
    open: params.get('entry'),
    /** Whether what the system does by itself stands in the list too. */
    isWhole: params.has('system'),
  };
}

export function valuesIn(params: URLSearchParams): LogFilterValues {
  const text = (field: string) => params.get(field) ?? '';
  const list = (field: string) => params.getAll(field);
  return {
    ...{ actors: list('actors'), kinds: list('kinds').filter(isKind), nouns: list('nouns') },
    ...{ id: text('id'), from: text('from'), to: text('to') },
  };
}

export const kinds = ['CREATED', 'UPDATED', 'REMOVED', 'CALLED', 'SUCCEEDED', 'REFUSED', 'SHOWN'] as const;

const isKind = (text: string): text is AuditKind => kinds.some((kind) => kind === text);

export function filterOf({ actors, kinds: chosen, nouns, id, from, to }: LogFilterValues): AuditFilter {
  const [first, last] = [startOfDay(from, 0), startOfDay(to, 1)];
  return {
    ...(actors.length > 0 && { actors: [...actors] }),
    ...(chosen.length > 0 && { kinds: chosen.filter(isKind) }),
    ...(nouns.length > 0 && { nouns: [...nouns] }),
    ...(id && { id }),
    ...(first && { from: first }),
    ...(last && { to: last }),
  };
}

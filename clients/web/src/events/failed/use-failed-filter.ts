import { useSearchParams } from 'react-router';
import type { StoredEventFilter } from '../../generated/graphql.ts';

export const failedFields = ['source', 'target', 'type', 'error', 'from', 'to'] as const;
export type FailedField = (typeof failedFields)[number];

/** Which of the failed events, kept in the address; days are whole ones where the viewer is. */
export function useFailedFilter() {
  const [params, setParams] = useSearchParams();
  const values = Object.fromEntries(failedFields.map((field) => [field, params.get(field) ?? ''])) as Record<
    FailedField,
    string
  >;

  function put(field: FailedField, value: string) {
    const change = (current: URLSearchParams) => {
      const next = new URLSearchParams(current);
      if (value) next.set(field, value);
      else next.delete(field);
      return next;
    };
    setParams(change, { replace: true });
  }

  return { values, filter: failedFilterOf(values), put, search: params.toString() };
}

export function failedFilterOf({ error, from, to, ...names }: Record<FailedField, string>): StoredEventFilter {
  const given = Object.fromEntries(Object.entries(names).filter(([, value]) => value));
  return {
    ...given,
    ...(error && { errorContains: error }),
    ...(from && { from: startOf(from, 0) }),
    ...(to && { to: startOf(to, 1) }),
  };
}

/** The first moment of a day, or of one some days later. */
function startOf(day: string, later: number): string {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + later);
  return date.toISOString();
}

import { useSearchParams } from 'react-router';
import type { AuditFilter } from '../generated/graphql.ts';

const fields = ['action', 'noun', 'id', 'actor', 'from', 'to'] as const;
export type LogField = (typeof fields)[number];

/** The filter of the log, kept in the address; days are whole ones where the viewer is. */
export function useLogFilter() {
  const [params, setParams] = useSearchParams();
  const values = Object.fromEntries(fields.map((field) => [field, params.get(field) ?? ''])) as Record<
    LogField,
    string
  >;

  function put(field: string, value: string) {
    const change = (current: URLSearchParams) => {
      const next = new URLSearchParams(current);
      if (value) next.set(field, value);
      else next.delete(field);
      return next;
    };
    setParams(change, { replace: true });
  }

  return { values, filter: filterOf(values), put, open: params.get('entry') };
}

export function filterOf({ from, to, ...texts }: Record<LogField, string>): AuditFilter {
  const given = Object.fromEntries(Object.entries(texts).flatMap(([field, text]) => (text ? [[field, text]] : [])));
  return { ...given, ...(from && { from: startOf(from, 0) }), ...(to && { to: startOf(to, 1) }) };
}

/** The first moment of a day, or of one some days later. */
function startOf(day: string, later: number): string {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + later);
  return date.toISOString();
}

import { useSearchParams } from 'react-router';
import type { UnacknowledgedFilter } from '../../generated/graphql.ts';

const minutes = { '5m': 5, '1h': 60, '1d': 1_440 } as const;
/** Ages that one looks for. */
export const ages = ['5m', '1h', '1d'] as const;
const fields = ['source', 'target', 'older'] as const;
type QueueField = (typeof fields)[number];

/** The filter of the queue, kept in the address. */
export function useQueueFilter() {
  const [params, setParams] = useSearchParams();
  const values = Object.fromEntries(fields.map((field) => [field, params.get(field) ?? ''])) as Record<
    QueueField,
    string
  >;

  function put(field: QueueField, value: string) {
    const next = new URLSearchParams(params);
    if (value) next.set(field, value);
    else next.delete(field);
    setParams(next, { replace: true });
  }

  return { values, filter: queueFilterOf(values), put, search: params.toString() };
}

export function queueFilterOf({ source, target, older }: Record<QueueField, string>): UnacknowledgedFilter {
  const age = ages.find((known) => known === older);
  return { ...(source && { source }), ...(target && { target }), ...(age && { olderThanMs: minutes[age] * 60_000 }) };
}

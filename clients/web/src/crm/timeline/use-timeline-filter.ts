import { useSearchParams } from 'react-router';
import { startOfDay } from '../../log/start-of-day.ts';
import { type Theme, themeNames, themes } from './themes.ts';

const fields = ['about', 'who', 'from', 'to'] as const;
type Values = Record<(typeof fields)[number], string>;

/** The filter of the timeline, kept in the address; days are whole ones where the viewer is. */
export function useTimelineFilter() {
  const [params, setParams] = useSearchParams();
  const values = Object.fromEntries(fields.map((field) => [field, params.get(field) ?? ''])) as Values;

  function put(change: Partial<Values>) {
    const next = Object.entries({ ...values, ...change }).filter(([, value]) => value !== '');
    setParams(Object.fromEntries(next), { replace: true });
  }

  return { values, put, isFiltered: fields.some((field) => values[field] !== ''), variables: variablesOf(values) };
}

function variablesOf({ about, who, from, to }: Values) {
  const theme: Theme | undefined = themeNames.find((each) => each === about);
  return {
    kinds: theme && [...themes[theme]],
    actor: who || undefined,
    from: startOfDay(from, 0),
    to: startOfDay(to, 1),
  };
}

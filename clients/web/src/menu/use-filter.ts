import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Filter, type Show, showOf } from './search.ts';

/** The filter of the menu, kept in the address. What is typed shows at once, also while the address lags behind. */
export function useFilter() {
  const [params, setParams] = useSearchParams();
  const inAddress = params.get('q') ?? '';
  const [search, setText] = useState(inAddress);
  useEffect(() => setText(inAddress), [inAddress]);

  function put(name: string, value: string) {
    const change = (current: URLSearchParams) => {
      const next = new URLSearchParams(current);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    };
    setParams(change, { replace: true });
  }

  return {
    filter: { search, show: showOf(params.get('show')) } satisfies Filter,
    setSearch(text: string) {
      setText(text);
      put('q', text);
    },
    clear() {
      setText('');
      setParams({}, { replace: true });
    },
    setShow: (show: Show) => put('show', show === 'all' ? '' : show),
  };
}

import { useSearchParams } from 'react-router';
import { graphql } from '../generated/gql.ts';
import type { DeliveryWindow, FiguresRowFragment } from '../generated/graphql.ts';
import { useWatched } from './use-watched.ts';

const FiguresDocument = graphql(`
  query DeliveryFigures($window: DeliveryWindow!) {
    viewer {
      id
      tenant {
        id
        deliveryFigures(window: $window) {
          ...FiguresRow
        }
      }
    }
  }

  fragment FiguresRow on DeliveryFigures {
    source
    target
    acknowledged
    failed
    latency {
      p50
      p95
      p99
      histogram {
        upToMs
        count
      }
    }
  }
`);

export type Figures = FiguresRowFragment;

const windows = ['HOUR', 'DAY'] as const satisfies readonly DeliveryWindow[];

/** What ended in each channel over a while that is chosen, and kept in the address. */
export function useFigures() {
  const [params, setParams] = useSearchParams();
  const window: DeliveryWindow = params.get('window') === 'day' ? 'DAY' : 'HOUR';
  const { data, problem } = useWatched({ query: FiguresDocument, variables: { window } });

  function choose(value: string) {
    const change = (current: URLSearchParams) => {
      const next = new URLSearchParams(current);
      if (value === 'DAY') next.set('window', 'day');
      else next.delete('window');
      return next;
    };
    setParams(change, { replace: true });
  }

  return { figures: data?.viewer?.tenant?.deliveryFigures ?? [], problem, window, windows, choose };
}

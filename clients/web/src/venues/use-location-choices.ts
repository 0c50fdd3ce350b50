import { graphql } from '../generated/gql.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';

const LocationNamesDocument = graphql(`
  query LocationNames {
    viewer {
      id
      tenant {
        id
        restaurants {
          id
          locations {
            id
            name
          }
        }
      }
    }
  }
`);

/** The locations of the tenant, to choose one; none while they are on their way. */
export function useLocationChoices(): { value: string; label: string }[] {
  const { data } = useLiveQuery({ query: LocationNamesDocument });
  const restaurants = data?.viewer?.tenant?.restaurants ?? [];
  return restaurants.flatMap(({ locations }) => locations.map(({ id, name }) => ({ value: id, label: name })));
}

import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useMay, useViewer } from '../session/viewer.tsx';

const ServersDocument = graphql(`
  query Servers {
    viewer {
      id
      tenant {
        id
        members(first: 200) {
          edges {
            cursor
            node {
              id
              user {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

/** Who may serve a table, oneself first; whoever may not see the people of the tenant has oneself alone. */
export function useServers() {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const seesPeople = useMay('people:read');
  const { data } = useLiveQuery({ query: ServersDocument, pause: !seesPeople });
  const me = { id: viewer.user?.id ?? '', name: t('floor.me') };
  const others = (data?.viewer?.tenant?.members.edges ?? [])
    .map(({ node: { user } }) => user)
    .filter(({ id }) => id !== me.id);
  const all = [me, ...others];
  return {
    servers: all,
    nameOf: (id: string) => all.find((each) => each.id === id)?.name ?? t('floor.somebody'),
  };
}

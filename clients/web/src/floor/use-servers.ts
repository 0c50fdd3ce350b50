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

/** What who serves a table is called: whoever looks, by name, or somebody who no longer works here. */
export function useServerName(): (server: { id: string; name?: string | null }) => string {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  return ({ id, name }) => (id === viewer.user?.id ? t('floor.me') : (name ?? t('floor.somebody')));
}

/** Who may serve a table, oneself first; whoever may not see the people of the tenant has oneself alone. */
export function useServers(): readonly { id: string; name: string }[] {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const seesPeople = useMay('people:read');
  const { data } = useLiveQuery({ query: ServersDocument, pause: !seesPeople });
  const me = { id: viewer.user?.id ?? '', name: t('floor.me') };
  const others = (data?.viewer?.tenant?.members.edges ?? [])
    .map(({ node: { user } }) => user)
    .filter(({ id }) => id !== me.id);
  return [me, ...others];
}

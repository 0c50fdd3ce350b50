import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useMay } from '../session/viewer.tsx';
import type { Concern, First, Found } from '../shell/area.ts';
import { found } from '../shell/found.ts';

const AccessConcernsDocument = graphql(`
  query AccessConcerns {
    viewer {
      id
      tenant {
        id
        apiClients(first: 50) {
          edges {
            cursor
            node {
              id
              name
              waitingOperations
              keys {
                id
                status
                expiresAt
              }
            }
          }
        }
      }
    }
  }
`);

const question = { query: AccessConcernsDocument, variables: {} };

export const first: First = ({ ask, may }) => {
  if (may('access:write')) ask(question);
};

const SOON_MS = 14 * 24 * 60 * 60 * 1_000;

/** Operations that wait for approval, and keys that expire soon. */
export function useConcerns(): Found {
  const { t } = useTranslation();
  const mayDecide = useMay('access:write');
  const asked = useLiveQuery({ ...question, pause: !mayDecide });
  const clients = asked.data?.viewer?.tenant?.apiClients.edges.map(({ node }) => node) ?? [];
  const expires = (at: string | null | undefined) => at && new Date(at).getTime() < Date.now() + SOON_MS;
  const concerns = clients.flatMap(({ id, name, waitingOperations: count, keys }): Concern[] => {
    const key = keys.find(({ status, expiresAt }) => status === 'ACTIVE' && expires(expiresAt));
    return [
      ...(count > 0
        ? [
            {
              key: `${id} operations`,
              kind: 'decide' as const,
              title: t('access.operationsWait', { count, name }),
              path: `/access/${id}/operations`,
            },
          ]
        : []),
      ...(key
        ? [{ key: key.id, kind: 'decide' as const, title: t('access.keyExpires', { name }), path: `/access/${id}` }]
        : []),
    ];
  });
  return found(mayDecide ? [asked] : [], concerns);
}

import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useMay } from '../session/viewer.tsx';
import type { Concern, First, Found } from '../shell/area.ts';
import { found } from '../shell/found.ts';

/** Without addresses: to see one in full is recorded. */
const UndeliveredDocument = graphql(`
  query Undelivered {
    viewer {
      id
      tenant {
        id
        invitations(first: 50) {
          edges {
            cursor
            node {
              id
              name
              role
              status
              mail
              createdAt
            }
          }
        }
      }
    }
  }
`);

const question = { query: UndeliveredDocument, variables: {} };

export const first: First = ({ ask, may }) => {
  if (may('people:write')) ask(question);
};

/** Invitations whose e-mail was refused. */
export function useConcerns(): Found {
  const { t } = useTranslation();
  const mayInvite = useMay('people:write');
  const asked = useLiveQuery({ ...question, pause: !mayInvite });
  const invitations = asked.data?.viewer?.tenant?.invitations.edges.map(({ node }) => node) ?? [];
  const concerns = invitations
    .filter(({ mail, status }) => mail === 'FAILED' && status === 'OPEN')
    .map(
      ({ id, name, role, createdAt }): Concern => ({
        key: id,
        kind: 'wrong',
        title: t('people.notDelivered', { name: name ?? t(`role.${role}`) }),
        since: createdAt,
        path: '/people',
      }),
    );
  return found(mayInvite ? [asked] : [], concerns);
}

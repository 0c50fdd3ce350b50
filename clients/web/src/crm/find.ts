import { graphql } from '../generated/gql.ts';
import type { Find } from '../shell/area.ts';
import { words } from '../words/words.ts';

const FindInCrmDocument = graphql(`
  query FindInCrm($text: String!) {
    viewer {
      id
      tenant {
        id
        searchCrm(text: $text, first: 12) {
          edges {
            cursor
            node {
              id
              kind
              title
              excerpt
            }
          }
        }
      }
    }
  }
`);

/** Where a thing of each kind is. */
const places = {
  CONTACT: (id: string) => `/crm/contacts/${id}`,
  ACTIVITY: (id: string) => `/crm/activities/${id}`,
  NOTE: (id: string) => `/crm/notes/${id}`,
  PARTNER: (id: string) => `/crm/partners/${id}`,
  OPPORTUNITY: (id: string) => `/crm/pipeline/${id}`,
};

/** Whatever of the CRM fits, by name, by address or by the last four digits of a number. */
export const find: Find = async ({ text, client }) => {
  const { data } = await client.query(FindInCrmDocument, { text }, { requestPolicy: 'network-only' });
  return (data?.viewer?.tenant?.searchCrm.edges ?? []).map(({ node: { id, kind, title } }) => ({
    key: id,
    path: places[kind](id),
    label: title,
    detail: words.t(`crm.thing.${kind}`),
    icon: 'person',
  }));
};

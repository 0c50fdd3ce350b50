import { graphql } from '../generated/gql.ts';
import type { Find } from '../shell/area.ts';
import { isNamed } from '../words/named.ts';
import { words } from '../words/words.ts';

/** Without addresses: to see one in full is recorded. */
const MemberNamesDocument = graphql(`
  query MemberNames {
    viewer {
      id
      tenant {
        id
        members(first: 200) {
          edges {
            cursor
            node {
              id
              role
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

/** People by their names. */
export const find: Find = async ({ text, client }) => {
  const { data } = await client.query(MemberNamesDocument, {}, { requestPolicy: 'cache-first' });
  const members = data?.viewer?.tenant?.members.edges.map(({ node }) => node) ?? [];
  return members
    .filter(({ user }) => isNamed(user.name, text))
    .map(({ id, role, user }) => ({
      key: id,
      path: `/people/${id}`,
      label: user.name,
      detail: words.t(`role.${role}`),
      icon: 'person',
    }));
};

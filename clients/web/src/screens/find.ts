import { graphql } from '../generated/gql.ts';
import type { Command, Find } from '../shell/area.ts';
import { isNamed } from '../words/named.ts';
import { words } from '../words/words.ts';

const ScreenNamesDocument = graphql(`
  query ScreenNames {
    viewer {
      id
      tenant {
        id
        displays(first: 200) {
          edges {
            cursor
            node {
              id
              name
            }
          }
        }
        menuBoards(first: 200) {
          edges {
            cursor
            node {
              id
              name
            }
          }
        }
      }
    }
  }
`);

/** Screens and boards by their names. */
export const find: Find = async ({ text, client }) => {
  const { data } = await client.query(ScreenNamesDocument, {}, { requestPolicy: 'cache-first' });
  const tenant = data?.viewer?.tenant;
  const commandsOf = (things: { node: { id: string; name: string } }[], folder: string): Command[] =>
    things
      .filter(({ node }) => isNamed(node.name, text))
      .map(({ node: { id, name } }) => ({
        key: id,
        path: `${folder}/${id}`,
        label: name,
        detail: words.t('area.screens'),
        icon: 'screen',
      }));
  return [
    ...commandsOf(tenant?.displays.edges ?? [], '/screens'),
    ...commandsOf(tenant?.menuBoards.edges ?? [], '/screens/boards'),
  ];
};

import { graphql } from '../generated/gql.ts';
import type { UpdateMenuBoardInput } from '../generated/graphql.ts';
import type { Undo } from '../shell/area.ts';

const BoardNowDocument = graphql(`
  query BoardNow($id: ID!) {
    menuBoard(id: $id) {
      ...BoardRow
      sectionIds
    }
  }
`);

const TakeBackBoardDocument = graphql(`
  mutation TakeBackBoard($id: ID!, $input: UpdateMenuBoardInput!) {
    updateMenuBoard(id: $id, input: $input) {
      ...BoardRow
    }
  }
`);

const MenuBoard: Undo = {
  scope: 'board:write',
  fields: ['name', 'sectionIds', 'columns', 'soldOut', 'languages', 'showCalories', 'showAllergens'],
  async read(client, id) {
    const { data, error } = await client.query(BoardNowDocument, { id }, { requestPolicy: 'network-only' });
    if (error) throw error;
    return data?.menuBoard ? { version: data.menuBoard.version, values: data.menuBoard } : undefined;
  },
  async write(client, id, { version }, values) {
    const input = { ...(values as Omit<UpdateMenuBoardInput, 'version'>), version };
    return (await client.mutation(TakeBackBoardDocument, { id, input })).error;
  },
};

export const undo: Readonly<Record<string, Undo>> = { MenuBoard };

import { graphql } from '../generated/gql.ts';

export const CreateDrawerDocument = graphql(`
  mutation CreateDrawer($locationId: ID!, $name: String!) {
    createDrawer(locationId: $locationId, name: $name) {
      ...DrawerRow
    }
  }
`);

export const UpdateDrawerDocument = graphql(`
  mutation UpdateDrawer($id: ID!, $input: UpdateDrawerInput!) {
    updateDrawer(id: $id, input: $input) {
      ...DrawerRow
    }
  }
`);

export const ArchiveDrawerDocument = graphql(`
  mutation ArchiveDrawer($id: ID!) {
    archiveDrawer(id: $id) {
      ...DrawerRow
    }
  }
`);

export const RestoreDrawerDocument = graphql(`
  mutation RestoreDrawer($id: ID!) {
    restoreDrawer(id: $id) {
      ...DrawerRow
    }
  }
`);

export const OpenCashSessionDocument = graphql(`
  mutation OpenCashSession($input: OpenCashSessionInput!) {
    openCashSession(input: $input) {
      ...CashSessionRow
      drawer {
        ...DrawerRow
      }
    }
  }
`);

export const CloseCashSessionDocument = graphql(`
  mutation CloseCashSession($id: ID!, $counted: MoneyInput!, $despite: String) {
    closeCashSession(id: $id, counted: $counted, despite: $despite) {
      ...ZPaper
      session {
        ...CashSessionRow
      }
      drawer {
        ...DrawerRow
      }
    }
  }
`);

import { graphql } from '../generated/gql.ts';

export const RunSyncDocument = graphql(`
  mutation RunSync($tenantId: ID!, $product: ProductType!, $mode: SyncMode!) {
    runSync(tenantId: $tenantId, product: $product, mode: $mode) {
      ...RunRow
    }
  }
`);

export const PreviewSyncDocument = graphql(`
  mutation PreviewSync($tenantId: ID!, $product: ProductType!) {
    previewSync(tenantId: $tenantId, product: $product) {
      ...RunRow
    }
  }
`);

export const CancelRunDocument = graphql(`
  mutation CancelSyncRun($id: ID!) {
    cancelSyncRun(id: $id) {
      ...RunRow
    }
  }
`);

export const ConfirmRunDocument = graphql(`
  mutation ConfirmSyncRun($id: ID!) {
    confirmSyncRun(id: $id) {
      ...RunRow
    }
  }
`);

export const RetryRunDocument = graphql(`
  mutation RetrySyncRun($id: ID!) {
    retrySyncRun(id: $id) {
      ...RunRow
    }
  }
`);

import { useSubscription } from 'urql';
import { graphql } from '../generated/gql.ts';
import { useFeed } from '../graph/use-feed.ts';
import { useMay, useTenant } from '../session/viewer.tsx';
import { AlertFeedDocument } from './alerts/alerts.ts';
import { JobFeedDocument } from './failed/failed.ts';
import { WebhookFeedDocument } from './webhooks/webhooks.ts';

export const MatrixFeedDocument = graphql(`
  subscription MatrixFeed($tenantId: ID!) {
    communicationMatrixChanged(tenantId: $tenantId) {
      ...MatrixRow
    }
  }
`);

/** Keeps the pages about events right while one of them is open: the matrix as it is told, the lists by asking again when it was. */
export function EventUpdates() {
  const { id: tenantId } = useTenant();
  const readsWebhooks = useMay('webhook:read');
  useSubscription({ query: MatrixFeedDocument, variables: { tenantId } });
  useFeed(JobFeedDocument, tenantId);
  useFeed(AlertFeedDocument, tenantId);
  useFeed(WebhookFeedDocument, tenantId, !readsWebhooks);
  return null;
}

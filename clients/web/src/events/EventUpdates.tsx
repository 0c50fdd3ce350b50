import { graphql } from '../generated/gql.ts';
import { useFeed } from '../graph/use-feed.ts';
import { useMay, useTenant } from '../session/viewer.tsx';
import { AlertFeedDocument } from './alerts/alerts.ts';
import { JobFeedDocument } from './failed/failed.ts';
import { WebhookFeedDocument } from './webhooks/webhooks.ts';

const MatrixFeedDocument = graphql(`
  subscription MatrixFeed($tenantId: ID!, $after: Cursor) {
    communicationMatrixChanged(tenantId: $tenantId, after: $after) {
      cursor
      ...MatrixRow
    }
  }
`);

export const EventsPositionDocument = graphql(`
  query EventsPosition {
    position: eventsPosition
  }
`);

/** Keeps the matrix right, and what is asked again when anything in it has changed. */
export function useMatrixFeed(): void {
  useFeed(MatrixFeedDocument, useTenant().id, false, EventsPositionDocument);
}

/** Keeps the pages about events right while one of them is open: the matrix as it comes, the lists by asking again when it was. */
export function EventUpdates() {
  const { id: tenantId } = useTenant();
  const readsWebhooks = useMay('webhook:read');
  useMatrixFeed();
  useFeed(JobFeedDocument, tenantId);
  useFeed(AlertFeedDocument, tenantId);
  useFeed(WebhookFeedDocument, tenantId, !readsWebhooks);
  return null;
}

import { graphql } from '../generated/gql.ts';
import type { Feed } from '../shell/area.ts';

const AccountFeedDocument = graphql(`
  subscription AccountFeed($after: Cursor) {
    accountChanged(after: $after) {
      cursor
      at
      accountId
      account {
        ...AccountRow
      }
    }
  }
`);

const ContactFeedDocument = graphql(`
  subscription ContactFeed($tenantId: ID!, $after: Cursor) {
    contactChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      contactId
      contact {
        ...ContactRow
      }
    }
  }
`);

const ActivityFeedDocument = graphql(`
  subscription ActivityFeed($tenantId: ID!, $after: Cursor) {
    activityChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      activityId
      activity {
        ...ActivityRow
      }
    }
  }
`);

const ImportFeedDocument = graphql(`
  subscription ImportFeed($tenantId: ID!, $after: Cursor) {
    importChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      importId
      import {
        ...ImportFacts
      }
    }
  }
`);

const NoteFeedDocument = graphql(`
  subscription NoteFeed($tenantId: ID!, $after: Cursor) {
    noteChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      noteId
      note {
        ...NoteRow
      }
    }
  }
`);

const PartnerFeedDocument = graphql(`
  subscription PartnerFeed($tenantId: ID!, $after: Cursor) {
    partnerChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      partnerId
      partner {
        ...PartnerRow
      }
    }
  }
`);

const OpportunityFeedDocument = graphql(`
  subscription OpportunityFeed($tenantId: ID!, $after: Cursor) {
    opportunityChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      opportunityId
      opportunity {
        ...OpportunityRow
      }
    }
  }
`);

const PipelineFeedDocument = graphql(`
  subscription PipelineFeed($tenantId: ID!, $after: Cursor) {
    pipelineChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      pipelineId
      pipeline {
        ...PipelineBoard
      }
    }
  }
`);

const TimelineFeedDocument = graphql(`
  subscription TimelineFeed($tenantId: ID!, $after: Cursor) {
    timelineChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      entryId
      entry {
        ...TimelineRow
      }
    }
  }
`);

const TagFeedDocument = graphql(`
  subscription TagFeed($tenantId: ID!, $after: Cursor) {
    tagChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      tagId
      tag {
        ...TagRow
      }
    }
  }
`);

const ViewFeedDocument = graphql(`
  subscription ViewFeed($tenantId: ID!, $after: Cursor) {
    viewChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      viewId
      view {
        ...SavedViewRow
      }
    }
  }
`);

export const feeds: readonly Feed[] = [
  { name: 'account', document: AccountFeedDocument, scope: 'platform:admin' },
  { name: 'contact', document: ContactFeedDocument, scope: 'crm:read' },
  { name: 'activity', document: ActivityFeedDocument, scope: 'crm:read' },
  { name: 'import', document: ImportFeedDocument, scope: 'crm:read' },
  { name: 'opportunity', document: OpportunityFeedDocument, scope: 'crm:read' },
  { name: 'pipeline', document: PipelineFeedDocument, scope: 'crm:read' },
  { name: 'note', document: NoteFeedDocument, scope: 'crm:read' },
  { name: 'partner', document: PartnerFeedDocument, scope: 'crm:read' },
  { name: 'timeline', document: TimelineFeedDocument, scope: 'crm:read' },
  { name: 'tag', document: TagFeedDocument, scope: 'crm:read' },
  { name: 'view', document: ViewFeedDocument, scope: 'crm:read' },
];

import { graphql } from '../generated/gql.ts';
import type { NoticeRowFragment } from '../generated/graphql.ts';

export const UnreadNoticesDocument = graphql(`
  query UnreadNotices {
    viewer {
      id
      unreadNotices
    }
  }
`);

export const NoticesDocument = graphql(`
  query Notices($after: String) {
    viewer {
      id
      notices(first: 20, after: $after) {
        edges {
          cursor
          node {
            ...NoticeRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }

  fragment NoticeRow on Notice {
    id
    kind
    path
    values
    at
    readAt
  }
`);

export const NoticeFeedDocument = graphql(`
  subscription NoticeFeed($tenantId: ID!, $after: Cursor) {
    noticeReceived(tenantId: $tenantId, after: $after) {
      cursor
      at
      unreadNotices
      notice {
        ...NoticeRow
      }
    }
  }
`);

export const ReadNoticeDocument = graphql(`
  mutation ReadNotice($id: ID!) {
    readNotice(id: $id) {
      id
      readAt
    }
  }
`);

export const ReadAllNoticesDocument = graphql(`
  mutation ReadAllNotices {
    readAllNotices
  }
`);

export type Notice = NoticeRowFragment;

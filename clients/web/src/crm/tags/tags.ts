import { graphql } from '../../generated/gql.ts';
import type { TagColour, TagLineFragment } from '../../generated/graphql.ts';

export const tagColours = [
  'GREY',
  'RED',
  'ORANGE',
  'YELLOW',
  'GREEN',
  'TEAL',
  'BLUE',
  'VIOLET',
  'PINK',
] as const satisfies TagColour[];

export const TagsDocument = graphql(`
  query Tags($filter: TagFilter, $after: String) {
    viewer {
      id
      tenant {
        id
        crmTags(first: 50, after: $after, filter: $filter) {
          edges {
            cursor
            node {
              ...TagLine
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }

  fragment TagLine on Tag {
    ...TagRow
    counts {
      kind
      count
    }
  }

  fragment TagRow on Tag {
    id
    side
    name
    colour
    version
  }
`);

/** Without counts, for whoever chooses one. */
export const TagNamesDocument = graphql(`
  query TagNames($filter: TagFilter) {
    viewer {
      id
      tenant {
        id
        crmTags(first: 200, filter: $filter) {
          edges {
            cursor
            node {
              ...TagRow
            }
          }
        }
      }
    }
  }
`);

export const TagDocument = graphql(`
  query Tag($id: ID!) {
    tag(id: $id) {
      ...TagLine
    }
  }
`);

export type TagLine = TagLineFragment;

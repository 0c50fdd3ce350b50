import { graphql } from '../../generated/gql.ts';
import type { OpportunityRowFragment, PipelineBoardFragment } from '../../generated/graphql.ts';

export const PipelinesDocument = graphql(`
  query Pipelines {
    viewer {
      id
      tenant {
        id
        pipelines(first: 50) {
          edges {
            cursor
            node {
              ...PipelineBoard
            }
          }
        }
      }
    }
  }

  fragment PipelineBoard on Pipeline {
    id
    side
    name
    version
    stages {
      id
      name
      kind
      probability
      totals {
        count
        sums {
          amount
          currency
        }
      }
    }
  }
`);

export const PipelineDocument = graphql(`
  query Pipeline($id: ID!) {
    pipeline(id: $id) {
      ...PipelineBoard
    }
  }
`);

export const OpportunitiesDocument = graphql(`
  query Opportunities($filter: OpportunityFilter, $sort: OpportunitySort, $first: Int!, $after: String) {
    viewer {
      id
      tenant {
        id
        opportunities(first: $first, after: $after, filter: $filter, sort: $sort) {
          edges {
            cursor
            node {
              ...OpportunityRow
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

  fragment OpportunityRow on Opportunity {
    id
    side
    title
    rank
    amount {
      amount
      currency
    }
    expectedClose
    ownerId
    tags
    closedAt
    reason
    version
    pipeline {
      id
    }
    stage {
      id
      name
      kind
    }
    contacts {
      id
      name
    }
  }
`);

export const OpportunityDocument = graphql(`
  query Opportunity($id: ID!) {
    opportunity(id: $id) {
      ...OpportunityRow
    }
  }
`);

export const ForecastDocument = graphql(`
  query Forecast($pipeline: ID) {
    viewer {
      id
      tenant {
        id
        forecast(pipeline: $pipeline) {
          month
          count
          sum {
            amount
            currency
          }
          weighted {
            amount
            currency
          }
        }
      }
    }
  }
`);

export type Opportunity = OpportunityRowFragment;
export type Pipeline = PipelineBoardFragment;
export type Stage = Pipeline['stages'][number];

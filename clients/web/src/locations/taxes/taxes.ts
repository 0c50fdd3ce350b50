import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';
import type { TaxFactsFragment } from '../../generated/graphql.ts';

/** The taxes, and where one can hold; the fragment is all that the console shows of one. */
export const TaxesDocument = graphql(`
  query Taxes {
    viewer {
      id
      tenant {
        id
        taxRules {
          ...TaxFacts
        }
        restaurants {
          id
          locations {
            id
            name
          }
        }
      }
    }
  }

  fragment TaxFacts on TaxRule {
    id
    name
    rate
    inclusive
    taxClasses
    channels
    locationId
    baseIncludes
    onServiceCharge
    version
  }
`);

export const CreateTaxDocument = graphql(`
  mutation CreateTax($input: CreateTaxRuleInput!) {
    createTaxRule(input: $input) {
      ...TaxFacts
    }
  }
`);

export const UpdateTaxDocument = graphql(`
  mutation UpdateTax($id: ID!, $input: UpdateTaxRuleInput!) {
    updateTaxRule(id: $id, input: $input) {
      ...TaxFacts
    }
  }
`);

export const RemoveTaxDocument = graphql(`
  mutation RemoveTax($id: ID!) {
    removeTaxRule(id: $id)
  }
`);

type Tenant = NonNullable<NonNullable<ResultOf<typeof TaxesDocument>['viewer']>['tenant']>;
export type Tax = TaxFactsFragment;

/** The locations of all brands. */
export function locationsOf({ restaurants }: Pick<Tenant, 'restaurants'>): { id: string; name: string }[] {
  return restaurants.flatMap(({ locations }) => locations);
}

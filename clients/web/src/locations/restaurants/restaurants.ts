import { graphql } from '../../generated/gql.ts';

export const CreateRestaurantDocument = graphql(`
  mutation CreateRestaurant($input: CreateRestaurantInput!) {
    createRestaurant(input: $input) {
      ...RestaurantRow
      locations {
        ...LocationFacts
      }
    }
  }
`);

export const UpdateRestaurantDocument = graphql(`
  mutation UpdateRestaurant($id: ID!, $input: UpdateRestaurantInput!) {
    updateRestaurant(id: $id, input: $input) {
      ...RestaurantRow
    }
  }
`);

export const CloseRestaurantDocument = graphql(`
  mutation CloseRestaurant($id: ID!) {
    closeRestaurant(id: $id) {
      ...RestaurantRow
    }
  }
`);

export const ReopenRestaurantDocument = graphql(`
  mutation ReopenRestaurant($id: ID!) {
    reopenRestaurant(id: $id) {
      ...RestaurantRow
    }
  }
`);

import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../generated/gql.ts';
import type { ServiceRowFragment } from '../generated/graphql.ts';

export const ServicesDocument = graphql(`
  query Services {
    viewer {
      id
      tenant {
        id
        services {
          ...ServiceRow
        }
      }
    }
    productTypes {
      product
      syncs
      settings {
        name
        required
      }
    }
  }

  fragment ServiceRow on ProductService {
    id
    product
    status
    since
    config
    version
    tenant {
      id
    }
  }
`);

export type Service = ServiceRowFragment;
export type ProductInfo = ResultOf<typeof ServicesDocument>['productTypes'][number];

/** One product, and the tenant's service when it has or had it. */
export interface Offer {
  info: ProductInfo;
  service: Service | undefined;
}

/** What the pages beside the list are given. */
export interface ServicesOutlet {
  offers: Offer[];
}

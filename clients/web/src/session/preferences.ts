import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../generated/gql.ts';

export const PreferencesDocument = graphql(`
  query Preferences {
    viewer {
      id
      preferences {
        id
        language
        timeZone
        emails {
          group
          wanted
        }
      }
    }
  }
`);

export const UpdatePreferencesDocument = graphql(`
  mutation UpdatePreferences($input: UpdatePreferencesInput!) {
    updatePreferences(input: $input) {
      id
      language
      timeZone
      emails {
        group
        wanted
      }
    }
  }
`);

export type EmailChoice = NonNullable<
  NonNullable<ResultOf<typeof PreferencesDocument>['viewer']>['preferences']
>['emails'][number];

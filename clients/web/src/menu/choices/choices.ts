import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';
import type { GroupRowFragment, PriceRule } from '../../generated/graphql.ts';

/** What guests choose with items; the fragment is all that the console shows of a group. */
export const ChoicesDocument = graphql(`
  query Choices {
    viewer {
      id
      tenant {
        id
        modifierGroups {
          ...GroupRow
        }
      }
    }
  }

  fragment GroupRow on ModifierGroup {
    id
    names {
      locale
      text
    }
    min
    max
    free
    priceRule
    version
    options {
      ...OptionRow
    }
  }

  fragment OptionRow on ModifierOption {
    id
    names {
      locale
      text
    }
    price {
      amount
      currency
    }
    available
    allergens
    maxQuantity
    version
    nested {
      id
    }
  }
`);

export const CreateGroupDocument = graphql(`
  mutation CreateGroup($input: CreateModifierGroupInput!) {
    createModifierGroup(input: $input) {
      ...GroupRow
    }
  }
`);

export const UpdateGroupDocument = graphql(`
  mutation UpdateGroup($id: ID!, $input: UpdateModifierGroupInput!) {
    updateModifierGroup(id: $id, input: $input) {
      ...GroupRow
    }
  }
`);

export const RemoveGroupDocument = graphql(`
  mutation RemoveGroup($id: ID!) {
    removeModifierGroup(id: $id)
  }
`);

export const RestoreGroupDocument = graphql(`
  mutation RestoreGroup($id: ID!) {
    restoreModifierGroup(id: $id) {
      ...GroupRow
    }
  }
`);

export const CreateOptionDocument = graphql(`
  mutation CreateOption($input: CreateModifierOptionInput!) {
    createModifierOption(input: $input) {
      ...OptionRow
      group {
        ...GroupRow
      }
    }
  }
`);

export const UpdateOptionDocument = graphql(`
  mutation UpdateOption($id: ID!, $input: UpdateModifierOptionInput!) {
    updateModifierOption(id: $id, input: $input) {
      ...OptionRow
    }
  }
`);

export const SellOptionDocument = graphql(`
  mutation SellOption($id: ID!, $available: Boolean!) {
    setModifierOptionAvailability(id: $id, available: $available) {
      ...OptionRow
    }
  }
`);

export const ReorderOptionsDocument = graphql(`
  mutation ReorderOptions($groupId: ID!, $optionIds: [ID!]!) {
    reorderModifierOptions(groupId: $groupId, optionIds: $optionIds) {
      ...GroupRow
    }
  }
`);

export const RemoveOptionDocument = graphql(`
  mutation RemoveOption($id: ID!) {
    removeModifierOption(id: $id)
  }
`);

export const RestoreOptionDocument = graphql(`
  mutation RestoreOption($id: ID!) {
    restoreModifierOption(id: $id) {
      ...OptionRow
      group {
        ...GroupRow
      }
    }
  }
`);

type Tenant = NonNullable<NonNullable<ResultOf<typeof ChoicesDocument>['viewer']>['tenant']>;
export type Group = Tenant['modifierGroups'][number];
export type Option = GroupRowFragment['options'][number];

/** A group as it stands in a form. */
export interface GroupDraft {
  name: Record<string, string>;
  min: string;
  max: string;
  free: string;
  priceRule: PriceRule;
}

export const emptyGroup: GroupDraft = { name: {}, min: '0', max: '', free: '0', priceRule: 'ADD' };

/** A whole number as it was typed, or undefined where it is none. */
export function wholeOf(text: string): number | undefined {
  return /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined;
}

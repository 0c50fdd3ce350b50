import type { Client } from 'urql';
import type { MoneyInput, UpdateModifierGroupInput, UpdateModifierOptionInput } from '../../generated/graphql.ts';
import type { Undo } from '../../shell/area.ts';
import { byLocale, nameOf } from '../../words/text-in.ts';
import {
  ChoicesDocument,
  ReorderOptionsDocument,
  RestoreGroupDocument,
  RestoreOptionDocument,
  SellOptionDocument,
  UpdateGroupDocument,
  UpdateOptionDocument,
} from './choices.ts';

async function groupsNow(client: Client) {
  const { data, error } = await client.query(ChoicesDocument, {}, { requestPolicy: 'network-only' });
  if (error) throw error;
  return data?.viewer?.tenant?.modifierGroups ?? [];
}

export const ModifierGroup: Undo = {
  scope: 'menu:write',
  fields: ['names', 'min', 'max', 'free', 'priceRule', 'options'],
  async read(client, id) {
    const group = (await groupsNow(client)).find((each) => each.id === id);
    if (!group) return undefined;
    const options = group.options.map((option) => option.id);
    return { version: group.version, values: { ...group, names: byLocale(group.names), options } };
  },
  async write(client, id, { version }, { names, options, ...values }) {
    if (Array.isArray(options))
      return (await client.mutation(ReorderOptionsDocument, { groupId: id, optionIds: options })).error;
    const input = { ...(values as Omit<UpdateModifierGroupInput, 'version'>), ...nameOf(names), version };
    return (await client.mutation(UpdateGroupDocument, { id, input })).error;
  },
  restore: async (client, id) => (await client.mutation(RestoreGroupDocument, { id })).error,
};

export const ModifierOption: Undo = {
  scope: 'menu:write',
  fields: ['price.amount', 'price.currency', 'names', 'maxQuantity', 'available', 'nested', 'allergens'],
  async read(client, id) {
    const option = (await groupsNow(client)).flatMap(({ options }) => options).find((each) => each.id === id);
    if (!option) return undefined;
    const { price, names, maxQuantity, available, nested, allergens, version } = option;
    const cost = { 'price.amount': price.amount, 'price.currency': price.currency };
    const facts = { maxQuantity, available, allergens, nested: nested?.id ?? null };
    return { version, values: { ...cost, names: byLocale(names), ...facts } };
  },
  async write(client, id, { version, values: now }, values) {
    if (typeof values.available === 'boolean')
      return (await client.mutation(SellOptionDocument, { id, available: values.available })).error;
    const {
      'price.amount': amount,
      'price.currency': currency,
      maxQuantity,
      nested,
      allergens,
    } = { ...now, ...values };
    const facts = { maxQuantity, nestedId: nested, allergens };
    const input = {
      ...{ version, price: { amount, currency } as MoneyInput, ...nameOf(values.names) },
      ...(facts as Pick<UpdateModifierOptionInput, keyof typeof facts>),
    };
    return (await client.mutation(UpdateOptionDocument, { id, input })).error;
  },
  restore: async (client, id) => (await client.mutation(RestoreOptionDocument, { id })).error,
};

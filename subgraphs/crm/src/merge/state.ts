import type { Context } from '@mycelium/kit/context';
import { birthdayOf, sealBirthday } from '../contact/birthday.ts';
import { Contact, DoNotContact } from '../contact/contact.ts';
import { keyOfTag } from '../tag/tag-key.ts';
import { MergeField } from './merge.ts';

/** What of a contact merging can change, as JSON keeps it; what there is none of is null. */
export interface State {
  kind: Contact['kind'];
  name: string;
  company: string | null;
  role: string | null;
  department: string | null;
  ownerId: string | null;
  onboardingId: string | null;
  tags: string[];
  birthday: string | null;
  addresses: string | null;
  barred: { reason: string | null; since: string } | null;
}

export function stateOf(ctx: Context, contact: Contact): State {
  const { kind, name, company, role, department, ownerId, onboardingId, tags, sealedAddresses, doNotContact } = contact;
  return {
    ...{ kind, name, company: company ?? null, role: role ?? null, department: department ?? null },
    ...{ ownerId: ownerId ?? null, onboardingId: onboardingId ?? null, tags: [...tags] },
    birthday: birthdayOf(ctx, contact),
    addresses: sealedAddresses ? ctx.vault.open(sealedAddresses) : null,
    barred: doNotContact ? { reason: doNotContact.reason ?? null, since: doNotContact.since.toISOString() } : null,
  };
}

/** A state as the columns of a contact; only what it names. */
export function columnsOf(ctx: Context, state: Partial<State>): Partial<Contact> {
  const { birthday, addresses, barred, ...columns } = state;
  return {
    ...columns,
    ...(birthday !== undefined && { sealedBirthday: sealBirthday(ctx, birthday) }),
    ...(addresses !== undefined && { sealedAddresses: addresses && ctx.vault.seal(addresses) }),
    ...(barred !== undefined && { doNotContact: barred && bar(barred) }),
  } as Partial<Contact>;
}

function bar({ reason, since }: NonNullable<State['barred']>): DoNotContact {
  return Object.assign(new DoNotContact(), { reason: reason ?? undefined, since: new Date(since) });
}

const fields: Partial<Record<keyof State, MergeField>> = {
  ...{ kind: MergeField.KIND, name: MergeField.NAME, company: MergeField.COMPANY, role: MergeField.ROLE },
  ...{ department: MergeField.DEPARTMENT, ownerId: MergeField.OWNER, birthday: MergeField.BIRTHDAY },
  addresses: MergeField.ADDRESSES,
};

/**
 * What several contacts are as one: each field of whom it was chosen, else of the first that has one, the primary before the
 * others; the tags of all; and the stricter consent: whoever must not be contacted is not, whatever the others say.
 */
export function mergedState(
  ctx: Context,
  primary: Contact,
  others: readonly Contact[],
  whose: (field: MergeField) => Contact | undefined,
): State {
  const states = [primary, ...others].map((contact) => stateOf(ctx, contact));
  const firstOf = <Field extends keyof State>(field: Field): State[Field] => {
    const choice = fields[field];
    const chosen = choice && whose(choice);
    if (chosen) return stateOf(ctx, chosen)[field];
    return (states.find((state) => state[field] !== null) ?? (states[0] as State))[field];
  };
  const tags = new Map(
    states
      .flatMap((state) => state.tags)
      .map((tag) => [keyOfTag(tag), tag])
      .toReversed() as [string, string][],
  );
  const barred = states
    .flatMap((state) => state.barred ?? [])
    .toSorted((one, other) => one.since.localeCompare(other.since));
  return {
    ...{ kind: firstOf('kind'), name: firstOf('name'), company: firstOf('company'), role: firstOf('role') },
    ...{ department: firstOf('department'), ownerId: firstOf('ownerId'), onboardingId: firstOf('onboardingId') },
    ...{ birthday: firstOf('birthday'), addresses: firstOf('addresses') },
    ...{ tags: [...tags.values()].toReversed(), barred: barred[0] ?? null },
  };
}

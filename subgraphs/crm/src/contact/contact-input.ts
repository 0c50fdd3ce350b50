import { nameOf } from '@mycelium/kit/name';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { readMails } from '../reach/mail-address.ts';
import { Side } from '../side/side.ts';
import { tagsSchema } from '../tag/tags.ts';
import { Address } from './address.ts';
import { addressSchema } from './address-schema.ts';
import { birthdaySchema } from './birthday.ts';
import { ContactKind } from './contact.ts';
import { ContactReference } from './contact-reference.ts';
import { referenceSchema } from './reference-key.ts';

@InputType({ description: 'An e-mail address.' })
export class ContactMailInput {
  @Field(() => String, { description: 'One address; a name around it is left out.' })
  value!: string;

  @Field(() => String, { nullable: true, description: 'For example work; at most 40 characters.' })
  label?: string | null;
}

@InputType({ description: 'A phone number.' })
export class ContactPhoneInput {
  @Field(() => String, {
    description: 'As it is written; without a country code it is read as one of the country that the tenant is in.',
  })
  value!: string;

  @Field(() => String, { nullable: true, description: 'For example mobile; at most 40 characters.' })
  label?: string | null;
}

@InputType({ description: 'That a contact must not be written to or called.' })
export class DoNotContactInput {
  @Field(() => String, { nullable: true, description: 'Why; at most 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'A new contact.' })
export class CreateContactInput {
  @Field(() => Side, {
    nullable: true,
    description: "Whose book it is for; left out, the platform's for its staff, and the tenant's for everybody else.",
  })
  side?: Side | null;

  @Field(() => ContactKind, { nullable: true, description: 'PERSON if left out.' })
  kind?: ContactKind | null;

  @Field(() => String, { description: 'At most 200 characters.' })
  name!: string;

  @Field(() => [ContactMailInput], { nullable: true, description: 'At most 20; the first one is the main one.' })
  mails?: ContactMailInput[] | null;

  @Field(() => [ContactPhoneInput], { nullable: true, description: 'At most 20; the first one is the main one.' })
  phones?: ContactPhoneInput[] | null;

  @Field(() => [Address], { nullable: true, description: 'At most 10.' })
  addresses?: Address[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The day as 1990-03-09, or without its year as --03-09.',
  })
  birthday?: string | null;

  @Field(() => [ContactReference], {
    nullable: true,
    description: "At most 20; each is one contact's alone, else it is a CONFLICT with the reason REFERENCE_TAKEN.",
  })
  references?: ContactReference[] | null;

  @Field(() => String, { nullable: true, description: 'The organisation they belong to; at most 200 characters.' })
  company?: string | null;

  @Field(() => String, { nullable: true, description: 'What they do there; at most 200 characters.' })
  role?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where somebody of the kind USER will work; with one they are announced to HR. At most 200 characters.',
  })
  department?: string | null;

  @Field(() => [String], { nullable: true, description: 'At most 50, of at most 50 characters.' })
  tags?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The person of the tenant who looks after them, by user id.' })
  ownerId?: string | null;

  @Field(() => DoNotContactInput, { nullable: true })
  doNotContact?: DoNotContactInput | null;
}

@InputType({
  description: 'What to change; what you leave out stays the same. A list replaces the one before, and null removes.',
})
export class UpdateContactInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => ContactKind, { nullable: true })
  kind?: ContactKind | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  name?: string | null;

  @Field(() => [ContactMailInput], { nullable: true, description: 'At most 20.' })
  mails?: ContactMailInput[] | null;

  @Field(() => [ContactPhoneInput], { nullable: true, description: 'At most 20.' })
  phones?: ContactPhoneInput[] | null;

  @Field(() => [Address], { nullable: true, description: 'At most 10.' })
  addresses?: Address[] | null;

  @Field(() => String, { nullable: true, description: 'As 1990-03-09, or without its year as --03-09.' })
  birthday?: string | null;

  @Field(() => [ContactReference], { nullable: true, description: 'At most 20, of which no other contact has one.' })
  references?: ContactReference[] | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  company?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  role?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 200 characters.' })
  department?: string | null;

  @Field(() => [String], { nullable: true, description: 'At most 50, of at most 50 characters.' })
  tags?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'By user id.' })
  ownerId?: string | null;

  @Field(() => DoNotContactInput, { nullable: true, description: 'null: they may be written to and called again.' })
  doNotContact?: DoNotContactInput | null;
}

const word = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters`)
    .transform((text) => text || null);
const label = word(40).nullish();

const mail = z.string().transform((text, check) => {
  const [address, ...others] = readMails(text);
  if (address && others.length === 0) return address;
  check.addIssue({ code: 'custom', message: 'This is no e-mail address', params: { reason: 'NOT_EMAIL' } });
  return z.NEVER;
});

const mails = z.array(z.object({ value: mail, label })).max(20, 'A contact has at most 20 e-mail addresses');
const phones = z
  .array(z.object({ value: z.string().trim().min(1, 'Give it a number').max(100, 'At most 100 characters'), label }))
  .max(20, 'A contact has at most 20 phone numbers');
const addresses = z.array(addressSchema).max(10, 'A contact has at most 10 addresses');
const references = z.array(referenceSchema).max(20, 'A contact has at most 20 ids of other systems');
const doNotContact = z.object({ reason: word(500).nullish() });

const facts = {
  company: word(200).nullish(),
  role: word(200).nullish(),
  department: word(200).nullish(),
  ownerId: z.uuid('A person is named by a UUID').nullish(),
  doNotContact: doNotContact.nullish(),
  birthday: birthdaySchema.nullish(),
};

export const createContactSchema = z.object({
  side: z.enum(Side).nullish(),
  kind: z
    .enum(ContactKind)
    .nullish()
    .transform((kind) => kind ?? ContactKind.PERSON),
  name: nameOf(200, 'Give it a name'),
  mails: mails.nullish().transform((list) => list ?? []),
  phones: phones.nullish().transform((list) => list ?? []),
  addresses: addresses.nullish().transform((list) => list ?? []),
  references: references.nullish().transform((list) => list ?? []),
  tags: tagsSchema.nullish().transform((list) => list ?? []),
  ...facts,
});

export const updateContactSchema = z.object({
  version: z.number().int(),
  kind: z.enum(ContactKind).nullish(),
  name: nameOf(200, 'Give it a name').nullish(),
  mails: mails.nullish(),
  phones: phones.nullish(),
  addresses: addresses.nullish(),
  references: references.nullish(),
  tags: tagsSchema.nullish(),
  ...facts,
});

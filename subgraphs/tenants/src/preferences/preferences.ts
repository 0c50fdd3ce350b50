import { type NoticeGroup, noticeGroups } from '@mycelium/schema/notice-groups';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { mailLanguages } from '../mail/emails.ts';
import { NoticeGroupEnum } from '../notice/notice.ts';
import type { User } from '../user/user.ts';
import { timeZoneOf } from './time-zone.ts';

@ObjectType({ description: 'Whether notices of a group are also sent by e-mail.' })
export class EmailChoice {
  @Field(() => NoticeGroupEnum)
  group!: NoticeGroup;

  @Field(() => Boolean)
  wanted!: boolean;
}

@ObjectType({ description: "A person's own preferences, whatever tenant they work for." })
export class Preferences {
  @Field(() => ID, { description: 'The id of the person.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The language of their e-mails: en, es or tr. Null for that of the tenant.',
  })
  language?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'IANA time zone of the times in their e-mails, for example America/Chicago. Null for that of the tenant.',
  })
  timeZone?: string | null;

  @Field(() => [EmailChoice], {
    description: 'Every group of notices. E-mails about passwords and invitations always come.',
  })
  emails!: EmailChoice[];
}

@InputType({ description: 'Whether notices of a group should also be sent by e-mail.' })
export class EmailChoiceInput {
  @Field(() => NoticeGroupEnum)
  group!: NoticeGroup;

  @Field(() => Boolean)
  wanted!: boolean;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdatePreferencesInput {
  @Field(() => String, { nullable: true, description: 'en, es or tr; null for that of the tenant.' })
  language?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'IANA, for example America/Chicago; null for that of the tenant.',
  })
  timeZone?: string | null;

  @Field(() => [EmailChoiceInput], { nullable: true, description: 'Groups that are not named stay the same.' })
  emails?: EmailChoiceInput[] | null;
}

const groups = Object.keys(noticeGroups) as NoticeGroup[];

const WRONG_FORM = { params: { reason: 'WRONG_FORM' } };

export const updatePreferencesSchema = z.object({
  language: z.enum(mailLanguages, 'E-mails are written in en, es and tr').nullish(),
  timeZone: z
    .string()
    .max(64, 'A time zone has at most 64 characters')
    .refine((name) => timeZoneOf(name) !== undefined, {
      error: 'A time zone is named as in America/Chicago',
      ...WRONG_FORM,
    })
    .transform((name) => timeZoneOf(name) ?? name)
    .nullish(),
  emails: z
    .array(z.object({ group: z.enum(groups), wanted: z.boolean() }))
    .max(50, 'Name each group once')
    .nullish(),
});

/** Whether a person wants e-mails with the notices of a group. */
export function wantsEmail({ emails }: Pick<User, 'emails'>, group: NoticeGroup): boolean {
  return emails?.[group] ?? noticeGroups[group].email;
}

/** What a person has chosen, and where they have not, how it is. */
export function preferencesOf(user: User): Preferences {
  const { id, language, timeZone } = user;
  return { id, language, timeZone, emails: groups.map((group) => ({ group, wanted: wantsEmail(user, group) })) };
}

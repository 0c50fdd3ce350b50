import { Check, Entity, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Change } from '@mycelium/kit/change';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { type Localized, LocalizedTextInput, localizedSchema } from '../localized.ts';
import { Weekday } from './hours.ts';

registerEnumType(Weekday, { name: 'Weekday', description: 'A day of the week.' });

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Hours in which a part of the menu is sold: breakfast, lunch, late night.' })
@Check({ expression: 'cardinality(days) > 0' })
@Entity({ ...ownedByTenant })
export class DayPart extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Property({ type: 'json', columnType: 'json' })
  names!: Localized;

  @Field(() => [Weekday], { description: 'The days on which it begins.' })
  @Property({ type: 'array', columnType: 'text[]' })
  days!: Weekday[];

  @Field(() => String, { description: 'When it begins, HH:MM by the clocks of the location.' })
  @Property({ type: 'text' })
  from!: string;

  @Field(() => String, {
    description: 'When it ends, HH:MM by the clocks of the location; where that is not after `from`, on the next day.',
  })
  @Property({ type: 'text' })
  to!: string;

  @Field(() => DateTime, { nullable: true, description: 'When they were removed; they stay known as a tombstone.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;
}

@InputType({ description: 'New hours.' })
export class CreateDayPartInput {
  @Field(() => [LocalizedTextInput], { description: 'In at least one language, at most 80 characters each.' })
  name!: LocalizedTextInput[];

  @Field(() => [Weekday], { description: 'The days on which it begins.' })
  days!: Weekday[];

  @Field(() => String, { description: 'HH:MM by the clocks of the location.' })
  from!: string;

  @Field(() => String, { description: 'HH:MM; where that is not after `from`, on the next day.' })
  to!: string;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateDayPartInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: 'All languages of the name, replacing those before.',
  })
  name?: LocalizedTextInput[];

  @Field(() => [Weekday], { nullable: true, description: 'The days on which it begins.' })
  days?: Weekday[];

  @Field(() => String, { nullable: true, description: 'HH:MM by the clocks of the location.' })
  from?: string;

  @Field(() => String, { nullable: true, description: 'HH:MM; where that is not after `from`, on the next day.' })
  to?: string;
}

const week = Object.values(Weekday);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is HH:MM');
const days = z
  .array(z.enum(Weekday))
  .min(1, 'Name a day')
  .max(100)
  .transform((named) => week.filter((day) => named.includes(day)));

export const createDayPartSchema = z.object({ name: localizedSchema(80), days, from: time, to: time });
export const updateDayPartSchema = z.object({
  version: z.int(),
  name: localizedSchema(80).nullish(),
  days: days.nullish(),
  from: time.nullish(),
  to: time.nullish(),
});

@ObjectType({ implements: Change, description: 'Hours were created, changed or removed.' })
export class DayPartChange extends Change {
  @Field(() => ID)
  dayPartId!: string;

  @Field(() => DayPart, { nullable: true, description: 'Their current state; null if they are gone.' })
  dayPart?: DayPart;
}

import { getCountries } from 'libphonenumber-js/max';
import { Field, InputType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { Side } from '../side/side.ts';
import { ContactField } from './meaning.ts';

registerEnumType(ContactField, {
  name: 'ContactColumn',
  description: 'What a column of a file says about a contact.',
  valuesConfig: {
    NAME: { description: 'The whole name.' },
    STAGE: { description: 'How far somebody is elsewhere, which becomes a tag, such as "stage: lead".' },
    EXTERNAL_ID: {
      description:
        'Its id in the system that the file comes from, else in the one by which the column is labelled. Without either it is left out, since anybody may have a 17.',
    },
    REFERENCES: { description: 'Written by our own export: its ids in other systems.' },
    MORE: { description: 'Written by our own export: whatever does not fit into its other columns.' },
    MAIL_TYPE: { description: 'Of Outlook: an address of the type EX leads nowhere outside, and is left out.' },
    VISIBILITY: { description: 'Who may see it elsewhere; there is no such thing here, which a warning says.' },
  },
});

export const DateOrders = { DMY: 'DMY', MDY: 'MDY', YMD: 'YMD' } as const;
registerEnumType(DateOrders, { name: 'DateOrder', description: 'The order of day, month and year in dates.' });

export const Encodings = {
  UTF_8: 'utf-8',
  UTF_16LE: 'utf-16le',
  UTF_16BE: 'utf-16be',
  WINDOWS_1252: 'windows-1252',
  WINDOWS_1254: 'windows-1254',
} as const;
registerEnumType(Encodings, {
  name: 'TextEncoding',
  description: 'The character encoding of a file.',
  valuesConfig: {
    WINDOWS_1252: { description: 'Western European, as older versions of Excel and Outlook write it.' },
    WINDOWS_1254: { description: 'Turkish, as older versions of Excel and Outlook write it.' },
  },
});

@InputType({ description: 'What a column means, where it is not what was found.' })
export class ColumnMappingInput {
  @Field(() => String, { description: 'Its name, as the plan shows it.' })
  column!: string;

  @Field(() => ContactField, { nullable: true, description: 'null leaves the column out.' })
  field?: ContactField | null;

  @Field(() => String, {
    nullable: true,
    description: 'Columns of one address, number or postal address have the same; any text of at most 40 characters.',
  })
  group?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the address or number is called, for example work; of an EXTERNAL_ID the system that gave it, for example hubspot. At most 40 characters.',
  })
  label?: string | null;
}

@InputType({ description: 'How a file is to be read; what you leave out is found in the file itself.' })
export class ImportOptionsInput {
  @Field(() => Encodings, { nullable: true })
  encoding?: (typeof Encodings)[keyof typeof Encodings] | null;

  @Field(() => String, { nullable: true, description: 'What separates the cells: one character.' })
  delimiter?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the first row names the columns.' })
  hasHeader?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The country of numbers without a country code, as two letters of ISO 3166; the one that the tenant is in unless set.',
  })
  country?: string | null;

  @Field(() => DateOrders, { nullable: true })
  dateOrder?: keyof typeof DateOrders | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether a value of the file replaces another one of a known contact. Unless set, only contacts that are named by the id of our own export are changed so; others get what they do not have yet. Addresses, numbers and tags are always added, and nobody may be contacted again because of a file.',
  })
  overwrite?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether rows that their owner has marked as private are imported, too; not unless set.',
  })
  includePrivate?: boolean | null;

  @Field(() => Side, {
    nullable: true,
    description: "Whose book it is for; left out, the platform's for its staff, and the tenant's for everybody else.",
  })
  side?: Side | null;
}

const countries = getCountries();
const word = z.string().trim().max(40, 'At most 40 characters').nullish();

export const mappingSchema = z
  .array(
    z.object({
      column: z.string().max(1_000, 'At most 1,000 characters'),
      field: z.enum(ContactField).nullish(),
      group: word,
      label: word,
    }),
  )
  .max(1_000, 'At most 1,000 columns')
  .nullish()
  .transform((columns) => columns ?? []);

export const optionsSchema = z
  .object({
    encoding: z.enum(Encodings).nullish(),
    delimiter: z
      .string()
      .refine((text) => /^[^"\r\n\p{L}\p{N}]$/u.test(text), {
        message: 'One sign that is no letter, no digit and no quote',
        params: { reason: 'WRONG_FORM' },
      })
      .nullish(),
    hasHeader: z.boolean().nullish(),
    country: z
      .string()
      .transform((text, check) => {
        const country = countries.find((each) => each === text.toUpperCase());
        if (country) return country;
        check.addIssue({ code: 'custom', message: 'There is no such country', params: { reason: 'UNKNOWN' } });
        return z.NEVER;
      })
      .nullish(),
    dateOrder: z.enum(DateOrders).nullish(),
    overwrite: z.boolean().nullish(),
    includePrivate: z.boolean().nullish(),
    side: z.enum(Side).nullish(),
  })
  .nullish()
  .transform((options) => options ?? {});

/** What somebody said of a file, and how its rows are to be taken. */
export interface GivenOptions extends Omit<z.output<typeof optionsSchema>, 'side'> {
  mapping: z.output<typeof mappingSchema>;
}

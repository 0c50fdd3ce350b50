import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';
import type { Weekday } from '../../generated/graphql.ts';
import { dateFormat } from '../../words/formats.ts';

/** The hours in which parts of the menu are sold. */
export const HoursDocument = graphql(`
  query Hours {
    viewer {
      id
      tenant {
        id
        dayParts {
          ...HoursRow
        }
      }
    }
  }

  fragment HoursRow on DayPart {
    id
    names {
      locale
      text
    }
    days
    from
    to
    version
  }
`);

export const CreateHoursDocument = graphql(`
  mutation CreateHours($input: CreateDayPartInput!) {
    createDayPart(input: $input) {
      ...HoursRow
    }
  }
`);

export const UpdateHoursDocument = graphql(`
  mutation UpdateHours($id: ID!, $input: UpdateDayPartInput!) {
    updateDayPart(id: $id, input: $input) {
      ...HoursRow
    }
  }
`);

export const RemoveHoursDocument = graphql(`
  mutation RemoveHours($id: ID!) {
    removeDayPart(id: $id)
  }
`);

export const RestoreHoursDocument = graphql(`
  mutation RestoreHours($id: ID!) {
    restoreDayPart(id: $id) {
      ...HoursRow
    }
  }
`);

type Tenant = NonNullable<NonNullable<ResultOf<typeof HoursDocument>['viewer']>['tenant']>;
export type Hours = Tenant['dayParts'][number];

/** Monday first. */
export const week: readonly Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** What a day is called; 1 January 2024 was a Monday. */
export function dayName(day: Weekday, language: string, weekday: 'long' | 'short'): string {
  const at = Date.UTC(2024, 0, 1 + week.indexOf(day));
  return dateFormat(language, { weekday, timeZone: 'UTC' }).format(at);
}

/** Hours as they stand in a form. */
export interface HoursDraft {
  name: Record<string, string>;
  days: readonly Weekday[];
  from: string;
  to: string;
}

export const emptyHours: HoursDraft = { name: {}, days: week, from: '07:00', to: '11:00' };

import { graphql } from '../../generated/gql.ts';
import type { EventSettingsRowFragment } from '../../generated/graphql.ts';
import { readNumber } from '../../money/read-number.ts';

export const SettingsDocument = graphql(`
  query EventSettings {
    viewer {
      id
      tenant {
        id
        eventSettings {
          ...EventSettingsRow
        }
      }
    }
  }

  fragment EventSettingsRow on EventSettings {
    tenantId
    version
    mode
    acknowledgeWithinMs
    attempts
    backOffMs
    backOffAtMostMs
    breakerFailures
    breakerOpenMs
  }
`);

export const UpdateSettingsDocument = graphql(`
  mutation UpdateEventSettings($input: UpdateEventSettingsInput!) {
    updateEventSettings(input: $input) {
      ...EventSettingsRow
    }
  }
`);

export type EventSettings = EventSettingsRowFragment;

export const modes = ['ZERO_DB_SUCCESS', 'PENDING_ONLY', 'THIRTY_DAYS', 'FULL_HISTORY'] as const;

/** The numbers that can be set, each in a unit that people count in. */
const units = {
  acknowledgeWithinMs: 60_000,
  attempts: 1,
  backOffMs: 1_000,
  backOffAtMostMs: 1_000,
  breakerFailures: 1,
  breakerOpenMs: 1_000,
} as const;
export type NumberField = keyof typeof units;
export const numberFields = Object.keys(units) as NumberField[];

export type NumberDraft = Record<NumberField, string>;

export function draftOfSettings(settings: Record<NumberField, number>): NumberDraft {
  const texts = numberFields.map((field) => [field, String(settings[field] / units[field])]);
  return Object.fromEntries(texts) as NumberDraft;
}

/** What was typed, as the graph takes it; undefined when one of them is no number. */
export function numbersOf(draft: NumberDraft): Record<NumberField, number> | undefined {
  const numbers = numberFields.map((field): [NumberField, number] => [
    field,
    Math.round((readNumber(draft[field]) ?? Number.NaN) * units[field]),
  ]);
  if (numbers.some(([, value]) => Number.isNaN(value))) return undefined;
  return Object.fromEntries(numbers) as Record<NumberField, number>;
}

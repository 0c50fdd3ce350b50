import { readNumber } from '../money/read-number.ts';

export const directions = ['BOTH', 'PUSH'] as const;
export const policies = ['LOCAL_WINS', 'REMOTE_WINS', 'NEWEST', 'MANUAL'] as const;
export const sourceWords = ['BOTH', 'LOCAL', 'REMOTE'] as const;
export const fields = ['name', 'description', 'price', 'available'] as const;

export type Field = (typeof fields)[number];
type Source = (typeof sourceWords)[number];

/** How a sync works, as it stands in the form; numbers as they are typed. */
export interface SettingsDraft {
  direction: (typeof directions)[number];
  policy: (typeof policies)[number];
  sources: Record<Field, Source>;
  confirmAbovePercent: string;
  attempts: string;
}

/** What a configuration says; what it does not say is as the server's defaults. */
export function draftOfSettings(config: Record<string, unknown>): SettingsDraft {
  const sources = isRecord(config.sources) ? config.sources : {};
  const source = (field: Field): Source => oneOf(sourceWords, sources[field]);
  return {
    direction: oneOf(directions, config.direction),
    policy: oneOf(policies, config.policy),
    sources: {
      name: source('name'),
      description: source('description'),
      price: source('price'),
      available: source('available'),
    },
    confirmAbovePercent: String(config.confirmAbovePercent ?? 20),
    attempts: String(config.attempts ?? 4),
  };
}

/** For the server, whose schema says what is wrong; a text that is no number goes as it is. What this form does not show stays. */
export function configOfSettings(draft: SettingsDraft, config: Record<string, unknown>): Record<string, unknown> {
  const { confirmAbovePercent, attempts, ...words } = draft;
  return { ...config, ...words, confirmAbovePercent: numberOr(confirmAbovePercent), attempts: numberOr(attempts) };
}

/** The first is the default. */
export function oneOf<Word extends string>(words: readonly [Word, ...Word[]], value: unknown): Word {
  return words.find((word) => word === value) ?? words[0];
}

function numberOr(text: string): number | string {
  return readNumber(text) ?? text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

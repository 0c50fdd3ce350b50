import type { OutsideFault } from '@mycelium/kit/connector/outside-error';
import { HealthValue } from '@mycelium/kit/health-part';
import { legible } from '@mycelium/kit/legible';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** Why a run or an item of it came to nothing. Applications have the words, in their languages. */
export enum SyncReasonCode {
  ITEMS_FAILED = 'ITEMS_FAILED',
  MUCH_TAKEN_AWAY = 'MUCH_TAKEN_AWAY',
  UNREACHABLE = 'UNREACHABLE',
  NO_ANSWER = 'NO_ANSWER',
  PAUSE_ASKED = 'PAUSE_ASKED',
  REFUSED = 'REFUSED',
  ODD_ANSWER = 'ODD_ANSWER',
  LEFT_ALONE = 'LEFT_ALONE',
  INNER_ADDRESS = 'INNER_ADDRESS',
  ITEM_REFUSED = 'ITEM_REFUSED',
  NO_ID = 'NO_ID',
  NOT_ANSWERED = 'NOT_ANSWERED',
  ID_TAKEN = 'ID_TAKEN',
  ODD_ITEM = 'ODD_ITEM',
  WRONG_CURRENCY = 'WRONG_CURRENCY',
  NO_SECTION = 'NO_SECTION',
  MENU_REFUSED = 'MENU_REFUSED',
  REPORTED = 'REPORTED',
  BROKEN = 'BROKEN',
}
registerEnumType(SyncReasonCode, {
  name: 'SyncReasonCode',
  description: 'Why a sync failed or stopped; an application shows its own words for each.',
  valuesConfig: {
    ITEMS_FAILED: { description: '`items` could not be synced; the others were.' },
    MUCH_TAKEN_AWAY: {
      description:
        'It would remove `removed` and set the price of `zeroed` to zero, of `items`, which is more than `percent`: somebody must confirm it.',
    },
    UNREACHABLE: { description: 'The product cannot be reached.' },
    NO_ANSWER: { description: 'The product did not answer within `seconds`.' },
    PAUSE_ASKED: { description: 'The product asked us to wait `seconds`.' },
    REFUSED: { description: 'The product returned the HTTP status `status`.' },
    ODD_ANSWER: { description: "The product's answer could not be read; `words` say where." },
    LEFT_ALONE: { description: 'The product failed so often that calls to it are paused for a moment.' },
    INNER_ADDRESS: { description: 'The address of the product leads to a network that may not be accessed.' },
    ITEM_REFUSED: { description: 'The product refused this item.' },
    NO_ID: { description: 'The product gave this item no id.' },
    NOT_ANSWERED: { description: 'The product did not mention this item.' },
    ID_TAKEN: { description: 'The product gave this item the id of another one.' },
    ODD_ITEM: { description: 'The product gave a value that cannot be stored; `words` say which and why, in English.' },
    WRONG_CURRENCY: { description: 'The price is not in the currency of the tenant; `words` name its currency.' },
    NO_SECTION: { description: 'The category of this item is not on the menu.' },
    MENU_REFUSED: { description: 'The menu refused this item; `words` are those of the menu, in English.' },
    REPORTED: { description: 'The product itself reports why it failed.' },
    BROKEN: { description: 'An error on our side.' },
  },
});

@ObjectType({ description: 'Why a sync failed or stopped, as a code with its numbers and words.' })
export class SyncReason {
  @Field(() => SyncReasonCode)
  code!: SyncReasonCode;

  @Field(() => [HealthValue], { description: 'The numbers that go with the code.' })
  values!: HealthValue[];

  @Field(() => String, { nullable: true, description: "The other side's own words, in whatever language it uses." })
  words?: string;
}

/** A reason, and the same as an English sentence for programs and logs. */
export interface Told {
  message: string;
  reason: SyncReason;
}

/** How much of the words of another side is kept. */
const MOST_WORDS = 500;

export function told(
  message: string,
  code: `${SyncReasonCode}`,
  { values = {}, words }: Partial<Omit<OutsideFault, 'code'>> = {},
): Told {
  const numbers = Object.entries(values).map(([name, count]) => ({ name, count }));
  return {
    message: legible(message.slice(0, MOST_WORDS)),
    reason: { code: SyncReasonCode[code], values: numbers, words: words && legible(words.slice(0, MOST_WORDS)) },
  };
}

/** What a product said of an item that it did not take. */
export function itemRefused(error: string | undefined): Told {
  return error === undefined ? told('It got no id there.', 'NO_ID') : told(error, 'ITEM_REFUSED', { words: error });
}

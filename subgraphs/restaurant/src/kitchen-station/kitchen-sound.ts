import { registerEnumType } from 'type-graphql';

/** Stations that stand side by side are told apart by it. */
export enum KitchenSound {
  OFF = 'OFF',
  BELL = 'BELL',
  CHIME = 'CHIME',
  BUZZER = 'BUZZER',
}
registerEnumType(KitchenSound, {
  name: 'KitchenSound',
  description: 'A sound by which a station hears of a new ticket.',
  valuesConfig: { OFF: { description: 'None.' } },
});

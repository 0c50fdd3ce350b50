import { visit } from '../../session/place.ts';

/** The screen that sees all stations. */
export const EXPEDITER = 'expediter';
const KEY = 'mycelium.kitchen.screen';

/** What this device showed last: a station's id, or the expediter. */
export function chosenScreen(): string | undefined {
  return localStorage.getItem(KEY) ?? undefined;
}

export function chooseScreen(screen: string): void {
  localStorage.setItem(KEY, screen);
  visit(`/kitchen/${screen}`);
}

export function leaveScreen(): void {
  localStorage.removeItem(KEY);
  visit('/kitchen');
}

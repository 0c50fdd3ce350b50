import type { Channel, KitchenRouteInput, KitchenSound } from '../../generated/graphql.ts';
import type { KitchenStation } from './stations.ts';

/** A station as it stands in a form: its limits in minutes. */
export interface StationDraft {
  name: string;
  warn: string;
  late: string;
  sound: KitchenSound;
}

export const emptyStation: StationDraft = { name: '', warn: '8', late: '15', sound: 'BELL' };

export function draftOf({ name, warnAfterSeconds, lateAfterSeconds, sound }: KitchenStation): StationDraft {
  return { name, sound, warn: minutesOf(warnAfterSeconds), late: minutesOf(lateAfterSeconds) };
}

/** Whole minutes, or as many digits as it takes. */
export function minutesOf(seconds: number): string {
  return String(Number((seconds / 60).toFixed(4)));
}

/** undefined for what is no number of minutes from a second to a day. */
export function secondsOf(minutes: string): number | undefined {
  const text = minutes.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(text)) return undefined;
  const seconds = Math.round(Number(text) * 60);
  return seconds >= 1 && seconds <= 86_400 ? seconds : undefined;
}

/** A part of the menu that a station makes, as a form chooses it: `section:ID` or `item:ID`, and by which ways to order. */
export interface RouteDraft {
  what: string;
  channels: readonly Channel[];
}

export function routesOf({ routes }: KitchenStation): RouteDraft[] {
  return routes.map(({ sectionId, itemId, channels }) => ({
    what: sectionId ? `section:${sectionId}` : `item:${itemId}`,
    channels,
  }));
}

/** What was chosen; a line without a choice counts for nothing. */
export function inputsOf(routes: readonly RouteDraft[]): KitchenRouteInput[] {
  return routes.flatMap(({ what, channels }) => {
    const [kind, id] = what.split(':');
    if (!id) return [];
    return [{ ...(kind === 'section' ? { sectionId: id } : { itemId: id }), channels: [...channels] }];
  });
}

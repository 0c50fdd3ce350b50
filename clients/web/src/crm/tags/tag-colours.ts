import { createContext, useContext } from 'react';
import type { TagColour } from '../../generated/graphql.ts';

/** Which colours tags have that are not grey, by their book and name. */
export const TagColours = createContext<ReadonlyMap<string, TagColour>>(new Map());

export function keyOf(side: string, name: string): string {
  return `${side} ${name}`;
}

/** The colour of a tag of this book; grey until it is known. */
export function useTagColour(side: string, name: string): TagColour {
  return useContext(TagColours).get(keyOf(side, name)) ?? 'GREY';
}

import { type ReactNode, useMemo } from 'react';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { keyOf, TagColours } from './tag-colours.ts';
import { TagNamesDocument, tagColours } from './tags.ts';

const filter = { colours: tagColours.filter((colour) => colour !== 'GREY') };

/** Has the tags below it know their colours, by one question for all of them. */
export function KnownTags({ children }: { children: ReactNode }) {
  const { data } = useLiveQuery({ query: TagNamesDocument, variables: { filter } });
  const edges = data?.viewer?.tenant?.crmTags.edges;
  const colours = useMemo(
    () => new Map((edges ?? []).map(({ node: { side, name, colour } }) => [keyOf(side, name), colour])),
    [edges],
  );
  return <TagColours value={colours}>{children}</TagColours>;
}

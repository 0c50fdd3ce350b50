import type { BoardItemFragment, MenuChangesSubscription, ScreenContentQuery } from '../generated/graphql.ts';

/** What a screen shows: its own name, whose it is, and its board when it has one. */
export type Content = NonNullable<NonNullable<ScreenContentQuery['viewer']>['display']>;
export type Board = NonNullable<Content['board']>;
export type Section = Board['sections'][number];
export type Item = BoardItemFragment;
export type MenuChange = MenuChangesSubscription['menuChanged'];

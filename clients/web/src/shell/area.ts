import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { AnyVariables, Client, CombinedError, GraphQLRequestParams } from 'urql';
import type { CacheRules } from '../graph/cache-rules.ts';
import type { PositionDocument } from '../graph/use-feed.ts';
import type { IconName } from '../look/Icon.tsx';
import type { Shape } from '../look/Waiting.tsx';
import type { Tenant, Viewer } from '../session/viewer.tsx';
import type { InLanguages, WordFiles } from '../words/words.ts';

/** All that the shell knows of an area: it folds over the list in `areas.ts` and knows none of them by name. */
export interface Area {
  /** The namespace of its words; `area.<name>` is what it is called. */
  name: string;
  path: string;
  title: InLanguages;
  icon: IconName;
  /** What a role must hold to see it; without it everybody does. */
  scope?: string;
  /** Whether it stands in the navigation; it does, unless it is reached from elsewhere. */
  isListed?: boolean;
  /** What stands beside its name in the navigation, such as how much waits there. */
  badge?: () => Promise<{ Component: ComponentType }>;
  /** What its own page looks like while it is on its way; a list unless told. */
  shape?: Shape;
  /** What stands above each of its pages, such as their tabs. */
  above?: Shape;
  routes: RouteObject[];
  words: WordFiles;
  /** Whether its pages say what other areas call things, as the log does. */
  speaksForAll?: boolean;
  /** What it follows for as long as the console is open, so that every page shows what others change. */
  feeds?: () => Promise<{ feeds: readonly Feed[] }>;
  /** What a change means for its lists, of each of its nouns. */
  cache?: readonly CacheRules[];
  /** What of it needs somebody, for the first page; a hook of its own, so that it is as live as the pages. */
  concerns?: () => Promise<Concerns>;
  /** Whether its pages show what needs somebody in all areas. */
  gathersConcerns?: boolean;
  /** Its tabs and other pages that one goes to from the command field, beside its own. */
  pages?: readonly AreaPage[];
  /** Where its things are, by their type in the graph: the log leads there. */
  places?: Readonly<Record<string, (thing: Thing) => string>>;
  /** How a change of its things is taken back, by their type in the graph. */
  undo?: () => Promise<{ undo: Readonly<Record<string, Undo>> }>;
  /** What can be done at once from the command field. */
  commands?: readonly AreaCommand[];
  /** Finds its things for the command field. */
  find?: () => Promise<{ find: Find }>;
}

/** What a route says of itself when its page is not for everybody who sees the area: `handle: needs('menu:write')`. */
export interface Needs {
  scope: string;
}

export const needs = (scope: string): Needs => ({ scope });

/** The same of a route that shows nothing, and only leads on to the page where a part of something is. */
export const leadsOn = { leadsOn: true } as const;

/** A subscription of a tenant; who lacks its scope does not open it. */
export interface Feed {
  name: string;
  document: TypedDocumentNode<unknown, { tenantId: string; after?: string | null }>;
  scope: string;
}

/** A thing as the log knows it: by its id, and by what it was called, where that was one name for all languages. */
export interface Thing {
  id: string;
  name: string | undefined;
}

/** Some fields of a thing by the names that the log has for them, each as the log keeps it. */
export type Values = Readonly<Record<string, unknown>>;

/** A thing as it is. */
interface Now {
  version: number;
  values: Values;
}

/** How a change of a noun is taken back: by the ordinary mutations, when it is still as that change left it. */
export interface Undo {
  /** What it takes to write it. */
  scope: string;
  fields: readonly string[];
  /** As it is now; undefined when it is gone. */
  read: (client: Client, id: string) => Promise<Now | undefined>;
  /** Left out where nothing of it is ever changed. */
  write?: (client: Client, id: string, now: Now, values: Values) => Promise<CombinedError | undefined>;
  /** Puts it back after it was removed, where it can be. */
  restore?: (client: Client, id: string) => Promise<CombinedError | undefined>;
}

/** Asks what a page asks as soon as it is there, so that the answers are on their way while it is drawn: the same questions, in the same words. */
export type First = (asker: Asker) => void;

/** Who asks before a page is there. */
export interface Asker {
  tenantId: string;
  /** Those that the viewer can use. */
  areas: readonly Area[];
  may: (scope: string) => boolean;
  ask: <Data, Variables extends AnyVariables>(question: GraphQLRequestParams<Data, Variables>) => void;
  /** For a feed that has positions of its own: where it begins, before what it keeps right is asked for. */
  beginAt: (position: PositionDocument) => void;
}

/** What gathers the concerns of an area. */
export interface Concerns {
  useConcerns: () => Found;
  first?: First;
}

/** Something that needs somebody, and where one acts. */
export interface Concern {
  /** The id of the thing, of which two areas may speak: it is shown once. */
  key: string;
  /** What is wrong stands before what is to be decided. */
  kind: 'wrong' | 'decide';
  title: string;
  detail?: string | undefined;
  since?: string | undefined;
  path: string;
}

/** What needs somebody in an area; `asking` until that is known, `away` when it cannot be. */
export type Found = readonly Concern[] | 'asking' | 'away';

/** A page that one goes to, or where something is begun; without a scope, of everybody who sees the area. */
interface AreaCommand {
  path: string;
  title: InLanguages;
  scope?: string;
}

/** A page beside the area's own; without a shape it stands within that. */
export interface AreaPage extends AreaCommand {
  shape?: Shape;
}

/** A line of the command field: it leads somewhere, or does something. */
export interface Command {
  key: string;
  path?: string;
  run?: () => unknown;
  label: string;
  detail: string;
  icon: IconName;
}

/** Who looks for something, and by what. */
export interface Search {
  text: string;
  client: Client;
  viewer: Viewer;
  tenant: Tenant;
  language: string;
}

export type Find = (search: Search) => Promise<Command[]>;

/** Whether a role can use something, such as an area. */
export function isFor({ scopes }: Viewer, { scope }: { scope?: string }): boolean {
  return scope === undefined || scopes.includes(scope);
}

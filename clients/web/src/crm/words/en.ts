import * as accounts from '../accounts/words/en.ts';
import * as activities from '../activities/words/en.ts';
import * as contacts from '../contacts/words/en.ts';
import * as duplicates from '../duplicates/words/en.ts';
import * as imports from '../imports/words/en.ts';
import * as notes from '../notes/words/en.ts';
import * as partners from '../partners/words/en.ts';
import * as pipeline from '../pipeline/words/en.ts';
import * as tags from '../tags/words/en.ts';
import * as timeline from '../timeline/words/en.ts';
import * as views from '../views/words/en.ts';

const crm = {
  platform: 'Platform',
  thing: { CONTACT: 'Contact', ACTIVITY: 'Activity', NOTE: 'Note', PARTNER: 'Partner', OPPORTUNITY: 'Opportunity' },
  me: 'Me',
  somebody: 'Somebody else',
  tab: {
    accounts: 'Accounts',
    activities: 'To do',
    contacts: 'Contacts',
    notes: 'Notes',
    partners: 'Partners',
    pipeline: 'Pipeline',
    duplicates: 'Duplicates',
    imports: 'Imports',
    timeline: 'Timeline',
    tags: 'Tags',
  },
} as const;

export const words = {
  crm,
  accounts: accounts.words,
  activities: activities.words,
  contacts: contacts.words,
  duplicates: duplicates.words,
  imports: imports.words,
  notes: notes.words,
  partners: partners.words,
  pipeline: pipeline.words,
  timeline: timeline.words,
  tags: tags.words,
  views: views.words,
} as const;

/** What somebody did, by the name of the action in the log. */
export const done = {
  ...accounts.done,
  ...activities.done,
  ...contacts.done,
  ...duplicates.done,
  ...imports.done,
  ...notes.done,
  ...partners.done,
  ...pipeline.done,
  ...tags.done,
  ...views.done,
};

/** What keys may do here, and what that is about. */
export const scopes = {
  crm: {
    about: 'CRM',
    read: 'See contacts, notes and activities',
    write: 'Manage contacts, notes and activities',
  },
} as const;

/** What the log says of what is here, by its type. */
export const told = {
  noun: {
    ...accounts.told.noun,
    ...activities.told.noun,
    ...contacts.told.noun,
    ...duplicates.told.noun,
    ...imports.told.noun,
    ...notes.told.noun,
    ...partners.told.noun,
    ...pipeline.told.noun,
    ...tags.told.noun,
    ...views.told.noun,
  },
  field: {
    ...accounts.told.field,
    ...activities.told.field,
    ...contacts.told.field,
    ...duplicates.told.field,
    ...imports.told.field,
    ...notes.told.field,
    ...partners.told.field,
    ...pipeline.told.field,
    ...tags.told.field,
    ...views.told.field,
  },
  sentence: {
    ...accounts.told.sentence,
    ...activities.told.sentence,
    ...contacts.told.sentence,
    ...duplicates.told.sentence,
    ...imports.told.sentence,
    ...notes.told.sentence,
    ...partners.told.sentence,
    ...pipeline.told.sentence,
    ...tags.told.sentence,
    ...views.told.sentence,
  },
};

type Here = typeof words;
type Done = typeof done;

declare module '../../words/all-words.ts' {
  interface AllWords extends Here {}
  interface ActionWords extends Done {}
}

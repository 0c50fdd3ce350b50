import type { Texts } from '../../words/texts.ts';
import * as accounts from '../accounts/words/tr.ts';
import * as activities from '../activities/words/tr.ts';
import * as contacts from '../contacts/words/tr.ts';
import * as duplicates from '../duplicates/words/tr.ts';
import * as imports from '../imports/words/tr.ts';
import * as notes from '../notes/words/tr.ts';
import * as partners from '../partners/words/tr.ts';
import * as pipeline from '../pipeline/words/tr.ts';
import * as tags from '../tags/words/tr.ts';
import * as timeline from '../timeline/words/tr.ts';
import * as views from '../views/words/tr.ts';
import type { words as here, scopes as scopesHere } from './en.ts';

const crm = {
  platform: 'Platform',
  thing: { CONTACT: 'Kişi kartı', ACTIVITY: 'Görev', NOTE: 'Not', PARTNER: 'İş ortağı', OPPORTUNITY: 'Fırsat' },
  me: 'Ben',
  somebody: 'Başka biri',
  tab: {
    accounts: 'Hesaplar',
    activities: 'Yapılacaklar',
    contacts: 'Kişi kartları',
    notes: 'Notlar',
    partners: 'İş ortakları',
    pipeline: 'Satış hunisi',
    duplicates: 'Mükerrerler',
    imports: 'İçe aktarma',
    timeline: 'Zaman çizelgesi',
    tags: 'Etiketler',
  },
};

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
} satisfies Texts<typeof here>;

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
export const scopes: Texts<typeof scopesHere> = {
  crm: {
    about: 'CRM',
    read: 'Kişi kartlarını, notları ve görevleri görme',
    write: 'Kişi kartlarını, notları ve görevleri yönetme',
  },
};

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

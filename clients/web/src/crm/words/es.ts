import type { Texts } from '../../words/texts.ts';
import * as accounts from '../accounts/words/es.ts';
import * as activities from '../activities/words/es.ts';
import * as contacts from '../contacts/words/es.ts';
import * as duplicates from '../duplicates/words/es.ts';
import * as imports from '../imports/words/es.ts';
import * as notes from '../notes/words/es.ts';
import * as partners from '../partners/words/es.ts';
import * as pipeline from '../pipeline/words/es.ts';
import * as tags from '../tags/words/es.ts';
import * as timeline from '../timeline/words/es.ts';
import * as views from '../views/words/es.ts';
import type { words as here, scopes as scopesHere } from './en.ts';

const crm = {
  platform: 'Plataforma',
  thing: { CONTACT: 'Contacto', ACTIVITY: 'Actividad', NOTE: 'Nota', PARTNER: 'Socio', OPPORTUNITY: 'Oportunidad' },
  me: 'Yo',
  somebody: 'Otra persona',
  tab: {
    accounts: 'Cuentas',
    activities: 'Pendientes',
    contacts: 'Contactos',
    notes: 'Notas',
    partners: 'Socios',
    pipeline: 'Embudo',
    duplicates: 'Duplicados',
    imports: 'Importaciones',
    timeline: 'Línea de tiempo',
    tags: 'Etiquetas',
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
    read: 'Ver contactos, notas y actividades',
    write: 'Administrar contactos, notas y actividades',
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

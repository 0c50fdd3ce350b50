import { replace } from 'react-router';
import { type Area, needs } from '../shell/area.ts';
import { rules as accounts } from './accounts/cache.ts';
import { rules as activities } from './activities/cache.ts';
import { rules as contacts } from './contacts/cache.ts';
import { rules as duplicates } from './duplicates/cache.ts';
import { rules as imports } from './imports/cache.ts';
import { rules as notes } from './notes/cache.ts';
import { rules as partners } from './partners/cache.ts';
import { rules as pipeline } from './pipeline/cache.ts';
import { rules as tags } from './tags/cache.ts';
import { rules as timeline } from './timeline/cache.ts';
import { rules as views } from './views/cache.ts';

export const crm: Area = {
  name: 'crm',
  path: '/crm',
  title: { en: 'CRM', es: 'CRM', tr: 'CRM' },
  icon: 'person',
  scope: 'crm:read',
  feeds: () => import('./feeds.ts'),
  cache: [accounts, activities, contacts, duplicates, imports, notes, partners, pipeline, tags, timeline, views],
  above: ['tabs'],
  pages: [
    {
      path: '/crm/accounts',
      title: { en: 'Accounts', es: 'Cuentas', tr: 'Hesaplar' },
      shape: ['filter', 'list'],
      scope: 'platform:admin',
    },
    {
      path: '/crm/activities',
      title: { en: 'To do', es: 'Pendientes', tr: 'Yapılacaklar' },
      shape: ['list'],
    },
    {
      path: '/crm/contacts',
      title: { en: 'Contacts', es: 'Contactos', tr: 'Kişi kartları' },
      shape: ['filter', 'list'],
    },
    {
      path: '/crm/partners',
      title: { en: 'Partners', es: 'Socios', tr: 'İş ortakları' },
      shape: ['filter', 'list'],
    },
    {
      path: '/crm/pipeline',
      title: { en: 'Pipeline', es: 'Embudo', tr: 'Satış hunisi' },
      shape: ['filter', 'grid'],
    },
    {
      path: '/crm/duplicates',
      title: { en: 'Duplicates', es: 'Duplicados', tr: 'Mükerrerler' },
      shape: ['list'],
    },
    {
      path: '/crm/imports',
      title: { en: 'Imports', es: 'Importaciones', tr: 'İçe aktarma' },
      shape: ['list'],
    },
    {
      path: '/crm/timeline',
      title: { en: 'Timeline', es: 'Línea de tiempo', tr: 'Zaman çizelgesi' },
      shape: ['filter', 'list'],
    },
    { path: '/crm/tags', title: { en: 'Tags', es: 'Etiquetas', tr: 'Etiketler' }, shape: ['filter', 'list'] },
    { path: '/crm/notes', title: { en: 'Notes', es: 'Notas', tr: 'Notlar' }, shape: ['filter', 'list'] },
  ],
  commands: [
    {
      path: '/crm/activities/new',
      title: { en: 'New activity', es: 'Actividad nueva', tr: 'Yeni görev' },
      scope: 'crm:write',
    },
    {
      path: '/crm/contacts/new',
      title: { en: 'New contact', es: 'Contacto nuevo', tr: 'Yeni kişi kartı' },
      scope: 'crm:write',
    },
    {
      path: '/crm/imports/new',
      title: { en: 'Import contacts', es: 'Importar contactos', tr: 'Kişi kartlarını içe aktar' },
      scope: 'crm:write',
    },
    {
      path: '/crm/notes/new',
      title: { en: 'New note', es: 'Nota nueva', tr: 'Yeni not' },
      scope: 'crm:write',
    },
    {
      path: '/crm/pipeline/new',
      title: { en: 'New opportunity', es: 'Oportunidad nueva', tr: 'Yeni fırsat' },
      scope: 'crm:write',
    },
    {
      path: '/crm/partners/new',
      title: { en: 'New partner', es: 'Socio nuevo', tr: 'Yeni iş ortağı' },
      scope: 'crm:write',
    },
  ],
  find: () => import('./find.ts'),
  places: {
    Account: ({ id }) => `/crm/accounts/${id}`,
    Activity: ({ id }) => `/crm/activities/${id}`,
    Contact: ({ id }) => `/crm/contacts/${id}`,
    Duplicate: () => '/crm/duplicates',
    Import: ({ id }) => `/crm/imports/${id}`,
    Note: ({ id }) => `/crm/notes/${id}`,
    Opportunity: ({ id }) => `/crm/pipeline/${id}`,
    Tag: ({ id }) => `/crm/tags/${id}`,
    Partner: ({ id }) => `/crm/partners/${id}`,
  },
  routes: [
    {
      path: '/crm',
      lazy: () => import('./CrmArea.tsx'),
      children: [
        { index: true, loader: () => replace('/crm/activities') },
        { path: 'accounts', handle: needs('platform:admin'), lazy: () => import('./accounts/AccountsPage.tsx') },
        { path: 'accounts/:id', handle: needs('platform:admin'), lazy: () => import('./accounts/AccountPage.tsx') },
        {
          path: 'activities',
          lazy: () => import('./activities/ActivitiesPage.tsx'),
          children: [
            { path: 'new', handle: needs('crm:write'), lazy: () => import('./activities/NewActivity.tsx') },
            { path: ':id', lazy: () => import('./activities/ActivityPanel.tsx') },
          ],
        },
        {
          path: 'contacts',
          lazy: () => import('./contacts/ContactsPage.tsx'),
          children: [
            { path: 'new', handle: needs('crm:write'), lazy: () => import('./contacts/NewContact.tsx') },
            { path: ':id', lazy: () => import('./contacts/ContactPanel.tsx') },
          ],
        },
        {
          path: 'partners',
          lazy: () => import('./partners/PartnersPage.tsx'),
          children: [
            { path: 'new', handle: needs('crm:write'), lazy: () => import('./partners/NewPartner.tsx') },
            { path: ':id', lazy: () => import('./partners/PartnerPanel.tsx') },
          ],
        },
        {
          path: 'pipeline',
          lazy: () => import('./pipeline/PipelinePage.tsx'),
          children: [
            { path: 'new', handle: needs('crm:write'), lazy: () => import('./pipeline/NewOpportunity.tsx') },
            { path: 'stages/new', handle: needs('crm:write'), lazy: () => import('./pipeline/NewPipeline.tsx') },
            { path: 'stages/:id', handle: needs('crm:write'), lazy: () => import('./pipeline/PipelinePanel.tsx') },
            { path: ':id', lazy: () => import('./pipeline/OpportunityPanel.tsx') },
          ],
        },
        { path: 'timeline', lazy: () => import('./timeline/TimelinePage.tsx') },
        { path: 'duplicates', lazy: () => import('./duplicates/DuplicatesPage.tsx') },
        {
          path: 'duplicates/:one/:other',
          handle: needs('crm:write'),
          lazy: () => import('./duplicates/MergePage.tsx'),
        },
        {
          path: 'imports',
          lazy: () => import('./imports/ImportsPage.tsx'),
          children: [{ path: 'new', handle: needs('crm:write'), lazy: () => import('./imports/NewImport.tsx') }],
        },
        { path: 'imports/:id', lazy: () => import('./imports/ImportPage.tsx') },
        {
          path: 'tags',
          lazy: () => import('./tags/TagsPage.tsx'),
          children: [{ path: ':id', lazy: () => import('./tags/TagPanel.tsx') }],
        },
        {
          path: 'notes',
          lazy: () => import('./notes/NotesPage.tsx'),
          children: [
            { path: 'new', handle: needs('crm:write'), lazy: () => import('./notes/NewNote.tsx') },
            { path: ':id', lazy: () => import('./notes/NotePanel.tsx') },
          ],
        },
      ],
    },
  ],
  words: {
    en: () => import('./words/en.ts'),
    es: () => import('./words/es.ts'),
    tr: () => import('./words/tr.ts'),
  },
};

import { replace } from 'react-router';
import { type Area, needs } from '../shell/area.ts';
import { rules as alerts } from './alerts/cache.ts';
import { rules as analytics } from './analytics/cache.ts';
import { rules as applications } from './applications/cache.ts';
import { rules as credits } from './credits/cache.ts';
import { rules as failed } from './failed/cache.ts';
import { rules as history } from './history/cache.ts';
import { rules as matrix } from './matrix/cache.ts';
import { rules as queue } from './queue/cache.ts';
import { rules as settings } from './settings/cache.ts';
import { rules as webhooks } from './webhooks/cache.ts';

export const events: Area = {
  name: 'events',
  path: '/events',
  title: { en: 'Events', es: 'Eventos', tr: 'Olaylar' },
  icon: 'share',
  scope: 'events:read',
  cache: [queue, failed, history, matrix, webhooks, alerts, applications, settings, credits, analytics],
  above: ['tabs'],
  pages: [
    { path: '/events/queue', title: { en: 'Queue', es: 'Cola', tr: 'Kuyruk' }, shape: ['filter', 'list'] },
    {
      path: '/events/failed',
      title: { en: 'Failed events', es: 'Eventos fallidos', tr: 'Başarısız olaylar' },
      shape: ['filter', 'list'],
    },
    {
      path: '/events/history',
      title: { en: 'Event history', es: 'Historial de eventos', tr: 'Olay geçmişi' },
      shape: ['filter', 'list'],
    },
    { path: '/events/matrix', title: { en: 'Matrix', es: 'Matriz', tr: 'Matris' }, shape: ['grid'] },
    { path: '/events/alerts', title: { en: 'Alerts', es: 'Alertas', tr: 'Uyarılar' }, shape: ['list'] },
    {
      path: '/events/applications',
      title: { en: 'Applications', es: 'Aplicaciones', tr: 'Uygulamalar' },
      shape: ['list'],
    },
    {
      path: '/events/webhooks',
      title: { en: 'Webhooks', es: 'Webhooks', tr: "Webhook'lar" },
      shape: ['list'],
      scope: 'webhook:read',
    },
    {
      path: '/events/credits',
      title: { en: 'Credits', es: 'Créditos', tr: 'Krediler' },
      shape: ['filter', 'list'],
      scope: 'credits:read',
    },
    {
      path: '/events/analytics',
      title: { en: 'Analytics', es: 'Análisis', tr: 'Analiz' },
      shape: ['filter', 'charts', 'list'],
    },
    {
      path: '/events/settings',
      title: { en: 'Event settings', es: 'Ajustes de eventos', tr: 'Olay ayarları' },
      shape: ['form'],
    },
  ],
  commands: [
    {
      path: '/events/queue/publish',
      title: { en: 'Publish an event', es: 'Publicar un evento', tr: 'Olay yayımla' },
      scope: 'events:publish',
    },
    {
      path: '/events/webhooks/new',
      title: { en: 'New webhook', es: 'Webhook nuevo', tr: 'Yeni webhook' },
      scope: 'webhook:write',
    },
  ],
  find: () => import('./find.ts'),
  concerns: () => import('./concerns.ts'),
  places: {
    Alert: () => '/events/alerts',
    CreditAccount: ({ id }) => `/events/credits/${id}`,
    EventSettings: () => '/events/settings',
    WebhookEndpoint: ({ id }) => `/events/webhooks/${id}`,
  },
  routes: [
    {
      path: '/events',
      lazy: () => import('./EventsArea.tsx'),
      children: [
        { index: true, loader: () => replace('/events/queue') },
        {
          path: 'queue',
          lazy: () => import('./queue/QueuePage.tsx'),
          children: [
            { path: 'publish', handle: needs('events:publish'), lazy: () => import('./queue/PublishPanel.tsx') },
            { path: ':eventId', lazy: () => import('./queue/EventPanel.tsx') },
          ],
        },
        {
          path: 'failed',
          lazy: () => import('./failed/FailedPage.tsx'),
          children: [{ path: ':eventId', lazy: () => import('./queue/EventPanel.tsx') }],
        },
        {
          path: 'history',
          lazy: () => import('./history/HistoryPage.tsx'),
          children: [{ path: ':eventId', lazy: () => import('./queue/EventPanel.tsx') }],
        },
        {
          path: 'matrix',
          lazy: () => import('./matrix/MatrixPage.tsx'),
          children: [{ path: ':source/:target', lazy: () => import('./matrix/ChannelPanel.tsx') }],
        },
        { path: 'alerts', lazy: () => import('./alerts/AlertsPage.tsx') },
        {
          path: 'webhooks',
          handle: needs('webhook:read'),
          lazy: () => import('./webhooks/WebhooksPage.tsx'),
          children: [
            { path: 'new', handle: needs('webhook:write'), lazy: () => import('./webhooks/NewEndpoint.tsx') },
            { path: ':endpointId', lazy: () => import('./webhooks/EndpointPanel.tsx') },
            {
              path: ':endpointId/edit',
              handle: needs('webhook:write'),
              lazy: () => import('./webhooks/EditEndpoint.tsx'),
            },
          ],
        },
        {
          path: 'credits',
          handle: needs('credits:read'),
          lazy: () => import('./credits/CreditsPage.tsx'),
          children: [
            { path: 'allocate', handle: needs('credits:write'), lazy: () => import('./credits/ChangeCredits.tsx') },
            { path: 'take', handle: needs('credits:write'), lazy: () => import('./credits/ChangeCredits.tsx') },
            { path: ':accountId', lazy: () => import('./credits/AccountPanel.tsx') },
          ],
        },
        { path: 'analytics', lazy: () => import('./analytics/AnalyticsPage.tsx') },
        { path: 'settings', lazy: () => import('./settings/SettingsPage.tsx') },
        {
          path: 'applications',
          lazy: () => import('./applications/ApplicationsPage.tsx'),
          children: [
            { path: 'new', handle: needs('events:manage'), lazy: () => import('./applications/NewApplication.tsx') },
            {
              path: 'types/new',
              handle: needs('events:manage'),
              lazy: () => import('./applications/NewEventType.tsx'),
            },
            { path: 'types/:type', lazy: () => import('./applications/EventTypePanel.tsx') },
            { path: ':application', lazy: () => import('./applications/ApplicationPanel.tsx') },
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

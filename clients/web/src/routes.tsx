import { createBrowserRouter, Navigate } from 'react-router';
import { Waiting } from './look/Waiting.tsx';
import { Broken } from './shell/Broken.tsx';
import { NotFound } from './shell/NotFound.tsx';

/** Every page arrives when it is asked for. */
export const router = createBrowserRouter(
  [
    {
      ErrorBoundary: Broken,
      HydrateFallback: Waiting,
      children: [
        { path: '/login', lazy: () => import('./session/Login.tsx') },
        { path: '/invitation', lazy: () => import('./session/Invitation.tsx') },
        { path: '/forgot-password', lazy: () => import('./session/ForgotPassword.tsx') },
        { path: '/reset-password', lazy: () => import('./session/ResetPassword.tsx') },
        {
          lazy: async () => ({ Component: (await import('./shell/Shell.tsx')).Shell }),
          children: [
            { index: true, element: <Navigate to="/menu" replace /> },
            {
              path: '/menu',
              lazy: () => import('./menu/MenuPage.tsx'),
              children: [
                { path: 'new', lazy: () => import('./menu/NewItem.tsx') },
                { path: 'sections/new', lazy: () => import('./menu/NewSection.tsx') },
                { path: 'sections/:sectionId', lazy: () => import('./menu/SectionPanel.tsx') },
                { path: ':itemId', lazy: () => import('./menu/ItemPanel.tsx') },
              ],
            },
            {
              path: '/screens',
              lazy: () => import('./screens/ScreensPage.tsx'),
              children: [
                { path: 'pair', lazy: () => import('./screens/PairScreen.tsx') },
                { path: ':displayId', lazy: () => import('./screens/DisplayPanel.tsx') },
                { path: 'boards/new', lazy: () => import('./screens/NewBoard.tsx') },
                { path: 'boards/:boardId', lazy: () => import('./screens/BoardPanel.tsx') },
              ],
            },
            {
              path: '/services',
              lazy: () => import('./services/ServicesPage.tsx'),
              children: [{ path: ':product', lazy: () => import('./services/ServicePanel.tsx') }],
            },
            {
              path: '/sync',
              lazy: () => import('./sync/SyncPage.tsx'),
              children: [
                { path: 'conflicts', lazy: () => import('./sync/ConflictsPanel.tsx') },
                { path: ':syncId', lazy: () => import('./sync/SyncPanel.tsx') },
              ],
            },
            {
              path: '/events',
              lazy: () => import('./events/EventsArea.tsx'),
              children: [
                { index: true, element: <Navigate to="/events/queue" replace /> },
                {
                  path: 'queue',
                  lazy: () => import('./events/queue/QueuePage.tsx'),
                  children: [
                    { path: 'publish', lazy: () => import('./events/queue/PublishPanel.tsx') },
                    { path: ':eventId', lazy: () => import('./events/queue/EventPanel.tsx') },
                  ],
                },
                {
                  path: 'failed',
                  lazy: () => import('./events/failed/FailedPage.tsx'),
                  children: [{ path: ':eventId', lazy: () => import('./events/queue/EventPanel.tsx') }],
                },
                {
                  path: 'matrix',
                  lazy: () => import('./events/matrix/MatrixPage.tsx'),
                  children: [{ path: ':source/:target', lazy: () => import('./events/matrix/ChannelPanel.tsx') }],
                },
                { path: 'alerts', lazy: () => import('./events/alerts/AlertsPage.tsx') },
                {
                  path: 'webhooks',
                  lazy: () => import('./events/webhooks/WebhooksPage.tsx'),
                  children: [
                    { path: 'new', lazy: () => import('./events/webhooks/NewEndpoint.tsx') },
                    { path: ':endpointId', lazy: () => import('./events/webhooks/EndpointPanel.tsx') },
                    { path: ':endpointId/edit', lazy: () => import('./events/webhooks/EditEndpoint.tsx') },
                  ],
                },
                {
                  path: 'credits',
                  lazy: () => import('./events/credits/CreditsPage.tsx'),
                  children: [
                    { path: 'allocate', lazy: () => import('./events/credits/ChangeCredits.tsx') },
                    { path: 'take', lazy: () => import('./events/credits/ChangeCredits.tsx') },
                    { path: ':accountId', lazy: () => import('./events/credits/AccountPanel.tsx') },
                  ],
                },
                { path: 'analytics', lazy: () => import('./events/analytics/AnalyticsPage.tsx') },
                { path: 'settings', lazy: () => import('./events/settings/SettingsPage.tsx') },
                {
                  path: 'applications',
                  lazy: () => import('./events/applications/ApplicationsPage.tsx'),
                  children: [
                    { path: 'new', lazy: () => import('./events/applications/NewApplication.tsx') },
                    { path: 'types/new', lazy: () => import('./events/applications/NewEventType.tsx') },
                    { path: 'types/:type', lazy: () => import('./events/applications/EventTypePanel.tsx') },
                    { path: ':application', lazy: () => import('./events/applications/ApplicationPanel.tsx') },
                  ],
                },
              ],
            },
            {
              path: '/work',
              lazy: () => import('./work/WorkPage.tsx'),
              children: [{ path: ':kind', lazy: () => import('./work/QueuePanel.tsx') }],
            },
            {
              path: '/people',
              lazy: () => import('./people/PeoplePage.tsx'),
              children: [
                { path: 'invite', lazy: () => import('./people/Invite.tsx') },
                { path: ':membershipId', lazy: () => import('./people/MemberPanel.tsx') },
              ],
            },
            {
              path: '/access',
              lazy: () => import('./access/AccessPage.tsx'),
              children: [
                { path: 'new', lazy: () => import('./access/NewClient.tsx') },
                { path: ':clientId', lazy: () => import('./access/ClientPanel.tsx') },
              ],
            },
            { path: '/access/usage', lazy: () => import('./access/UsagePage.tsx') },
            {
              path: '/access/:clientId/operations',
              lazy: () => import('./access/OperationsPage.tsx'),
              children: [{ path: ':operationId', lazy: () => import('./access/OperationPanel.tsx') }],
            },
            { path: '/account', lazy: () => import('./account/AccountPage.tsx') },
            { path: '/overview', lazy: () => import('./overview/OverviewPage.tsx') },
            { path: '/log', lazy: () => import('./log/LogPage.tsx') },
            { path: '*', Component: NotFound },
          ],
        },
      ],
    },
  ],
  { basename: '/app' },
);

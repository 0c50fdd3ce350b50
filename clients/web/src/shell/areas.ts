import type { IconName } from '../look/Icon.tsx';

/** The areas of the console that exist, and the scope that a role needs to see them. */
export const areas = [
  { path: '/menu', name: 'menu', icon: 'menu', scope: 'menu:read' },
  { path: '/screens', name: 'screens', icon: 'screen', scope: 'display:read' },
  { path: '/overview', name: 'overview', icon: 'pulse', scope: 'display:read' },
  { path: '/services', name: 'services', icon: 'plug', scope: 'service:read' },
  { path: '/sync', name: 'sync', icon: 'sync', scope: 'sync:read' },
  { path: '/events', name: 'events', icon: 'share', scope: 'events:read' },
  { path: '/work', name: 'work', icon: 'clock', scope: 'work:read' },
  { path: '/people', name: 'people', icon: 'person', scope: 'people:read' },
  { path: '/access', name: 'access', icon: 'key', scope: 'access:read' },
  { path: '/log', name: 'log', icon: 'log', scope: 'audit:read' },
] as const satisfies readonly { path: string; name: string; icon: IconName; scope: string }[];

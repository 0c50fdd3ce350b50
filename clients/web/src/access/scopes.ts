/** What a product of a kind needs, to begin with; what somebody cannot give is left out. */
export const presets = {
  reader: ['menu:read'],
  signage: ['menu:read', 'board:read', 'display:read'],
  sync: ['menu:read', 'menu:write', 'menu:availability', 'service:read', 'sync:read', 'sync:write'],
  events: ['events:read', 'events:publish', 'events:consume'],
  monitoring: ['display:read', 'service:read', 'sync:read', 'events:read', 'work:read'],
} as const;

export type Preset = keyof typeof presets;
export const presetNames = Object.keys(presets) as Preset[];

/** Scopes by what they are about, which stands before the colon, in the order of their names. */
export function groupsOf(scopes: readonly string[]): [about: string, scopes: string[]][] {
  return [...Map.groupBy(scopes, (scope) => scope.slice(0, scope.indexOf(':')))];
}

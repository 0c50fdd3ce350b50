const PREFIX = 'webhook:';

/** Under which an endpoint is a target on the event bus; no application can be registered with such a name. */
export function applicationOf(endpointId: string): string {
  return `${PREFIX}${endpointId}`;
}

/** The endpoint that is this target. */
export function endpointOf(target: string): string {
  return target.slice(PREFIX.length);
}

/** Whether a target is an endpoint, and not an application. */
export function isEndpoint(target: string): boolean {
  return target.startsWith(PREFIX);
}

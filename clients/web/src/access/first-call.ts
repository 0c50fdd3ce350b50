/** What a first call needs to know of a client and its key. */
export interface Caller {
  /** For example `https://menu.example.com`. */
  origin: string;
  key: string;
  slug: string;
  tenantId: string;
  scopes: readonly string[];
}

/** REST paths that read something, and what a key must hold for them; the first that fits is shown. */
const paths: readonly { scope: string; path: (caller: Caller) => string }[] = [
  { scope: 'menu:read', path: ({ slug }) => `/api/sync/tenants/${slug}/products?first=5` },
  { scope: 'sync:read', path: ({ slug }) => `/api/sync/tenants/${slug}/syncs` },
  { scope: 'service:read', path: ({ slug }) => `/api/sync/tenants/${slug}/services` },
  { scope: 'display:read', path: ({ slug }) => `/api/sync/tenants/${slug}/status` },
  { scope: 'events:read', path: ({ tenantId }) => `/api/wrapper-crm-sync/tenants/${tenantId}/sync/health` },
];

/** A line for the shell that reads something over REST; undefined when the scopes allow none of the paths. */
export function restCall(caller: Caller): string | undefined {
  const found = paths.find(({ scope }) => caller.scopes.includes(scope));
  return found && `curl -H ${quoted(`X-API-Key: ${caller.key}`)} ${quoted(caller.origin + found.path(caller))}`;
}

/** A line for the shell that runs an operation that was approved, by its id. */
export function operationCall({ origin, key }: Caller, documentId: string): string {
  const body = JSON.stringify({ documentId, variables: {} });
  return [
    `curl -H ${quoted(`X-API-Key: ${key}`)} -H 'content-type: application/json'`,
    `-d ${quoted(body)} ${quoted(`${origin}/graphql`)}`,
  ].join(' ');
}

/** As one word, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Who the playground speaks as. Lives in this tab only. */
export interface Session {
  email: string;
  tenant: { id: string; name: string } | undefined;
  accessToken: string;
  refreshToken: string;
  expiresAt: string;
}

const key = 'mycelium.playground.session';
const fields = 'accessToken refreshToken expiresAt viewer { user { email } tenant { id name } }';
const listeners = new Set<() => void>();
let current = remembered();

/** For `useSyncExternalStore`. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentSession(): Session | undefined {
  return current;
}

/** Logs in, or rejects with the sentence that the server gave. */
export async function login(email: string, password: string): Promise<void> {
  const document = `mutation Login($email: String!, $password: String!) { session: login(email: $email, password: $password) { ${fields} } }`;
  remember(await ask(document, { email, password }));
}

/** Forgets the session here and ends it on the server. */
export async function logout(): Promise<void> {
  const refreshToken = current?.refreshToken;
  remember(undefined);
  if (refreshToken)
    await send('mutation Logout($refreshToken: String!) { logout(refreshToken: $refreshToken) }', { refreshToken });
}

/** The value of the Authorization header, renewed when it is about to expire; undefined when nobody is logged in. */
export async function authorization(): Promise<string | undefined> {
  if (current && Date.parse(current.expiresAt) - Date.now() < 30_000) await renew(current.refreshToken);
  return current && `Bearer ${current.accessToken}`;
}

let renewing: Promise<void> | undefined;

/** Refresh tokens rotate, so that two renewals at once would look like theft: all callers share one. */
function renew(refreshToken: string): Promise<void> {
  const document = `mutation Refresh($refreshToken: String!) { session: refreshSession(refreshToken: $refreshToken) { ${fields} } }`;
  renewing ??= ask(document, { refreshToken })
    .then(remember, () => remember(undefined))
    .finally(() => {
      renewing = undefined;
    });
  return renewing;
}

interface SessionAnswer {
  accessToken: string;
  refreshToken: string;
  expiresAt: string;
  viewer: { user: { email: string } | null; tenant: { id: string; name: string } | null };
}

async function ask(document: string, variables: Record<string, string>): Promise<Session> {
  const { session } = await send<{ session: SessionAnswer }>(document, variables);
  const { viewer, ...tokens } = session;
  return { ...tokens, email: viewer.user?.email ?? '', tenant: viewer.tenant ?? undefined };
}

async function send<Data>(query: string, variables: Record<string, string>): Promise<Data> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

function remember(session: Session | undefined): void {
  current = session;
  if (session) sessionStorage.setItem(key, JSON.stringify(session));
  else sessionStorage.removeItem(key);
  for (const listener of listeners) listener();
}

function remembered(): Session | undefined {
  const text = sessionStorage.getItem(key);
  return text ? JSON.parse(text) : undefined;
}

import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { currentSession, login, logout, onSessionChange } from './session.ts';

/** Logs in by e-mail; every tab without its own Authorization header then speaks as that person. */
export function LoginBar() {
  const session = useSyncExternalStore(onSessionChange, currentSession);
  return (
    <header className="bar">
      <img src="/playground/icon.svg" alt="" width="24" height="24" />
      <strong>Mycelium</strong>
      {session ? (
        <>
          <span>{session.email}</span>
          {session.tenant && (
            <button type="button" title="Copy the tenant's id" onClick={() => copy(session.tenant?.id ?? '')}>
              {session.tenant.name} · {session.tenant.id}
            </button>
          )}
          <button type="button" onClick={() => void logout()}>
            Log out
          </button>
        </>
      ) : (
        <LoginForm />
      )}
    </header>
  );
}

function LoginForm() {
  const [problem, setProblem] = useState<string>();
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setProblem(undefined);
    await login(String(form.get('email')), String(form.get('password'))).catch((error: Error) =>
      setProblem(error.message),
    );
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <input name="email" type="email" required autoComplete="username" placeholder="Email" aria-label="Email" />
      <input
        name="password"
        type="password"
        required
        autoComplete="current-password"
        placeholder="Password"
        aria-label="Password"
      />
      <button type="submit">Log in</button>
      {problem && <span role="alert">{problem}</span>}
    </form>
  );
}

function copy(text: string): void {
  void navigator.clipboard.writeText(text);
}

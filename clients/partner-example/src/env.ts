interface Settings {
  url: string;
  key: string;
  /** Whom the key speaks for on the event bus; without one no events are taken. */
  application?: string;
}

/** The settings of this program; throws a sentence when the key is missing. */
export function readEnv(): Settings {
  const { MYCELIUM_URL: url = 'http://127.0.0.1:4000', MYCELIUM_API_KEY: key } = process.env;
  if (!key) throw new Error('MYCELIUM_API_KEY is missing: npm start prints the one of the demo.');
  return { url, key, application: process.env.MYCELIUM_APPLICATION };
}

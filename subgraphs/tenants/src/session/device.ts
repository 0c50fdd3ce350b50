import Bowser from 'bowser';

/** What a device calls itself, for example "Firefox on Linux"; undefined when it does not say. */
export function deviceName(userAgent: string | undefined): string | undefined {
  if (!userAgent) return undefined;
  const { browser, os } = Bowser.parse(userAgent);
  if (!browser.name) return userAgent.split('/')[0]?.slice(0, 60) || undefined;
  return os.name ? `${browser.name} on ${os.name}` : browser.name;
}

import { expect, test } from 'vitest';
import { onChanged, tellChanged } from './changes.ts';

test('whoever shows a list hears of its changes until they show it no more', () => {
  const heard: string[] = [];
  const stop = onChanged(['alerts', 'webhooks'], () => heard.push('both'));
  onChanged(['alerts'], () => heard.push('alerts'));
  tellChanged(['webhooks']);
  stop();
  tellChanged(['alerts', 'queue']);
  expect(heard).toEqual(['both', 'alerts']);
});

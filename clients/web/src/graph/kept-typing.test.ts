import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepTyping, keptTyping } from './kept-typing.ts';

const KEY = 'typed ana las-reinas board 1';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (text.length > 10_000) throw new Error('QuotaExceededError');
      kept.set(key, text);
    },
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('what is typed is kept, and forgotten once it is as it was', () => {
  keepTyping(KEY, { base: { name: '' }, draft: { name: 'Lunch' } });
  expect(keptTyping(KEY)).toEqual({ base: { name: '' }, draft: { name: 'Lunch' } });
  keepTyping(KEY, { base: { name: 'Lunch' }, draft: { name: 'Lunch' } });
  expect(keptTyping(KEY)).toBeUndefined();
});

test('secrets are not kept, however deep they lie and whatever they are called', () => {
  const config = { baseUrl: 'https://x.test', apiKey: 'sk_1', webhookSecret: 's', nested: [{ accessToken: 't' }] };
  keepTyping(KEY, {
    base: {},
    draft: { password: 'p', newPassword: 'q', token: 't', key: 'k', credentials: {}, config },
  });
  expect(keptTyping(KEY)?.draft).toEqual({ config: { baseUrl: 'https://x.test', nested: [{}] } });
});

test.each(['', 'no JSON', 'null', '[]', '{"base":1,"draft":[]}', '{"base":{}}'])(
  '%j is nothing that was kept',
  (text) => {
    sessionStorage.setItem(KEY, text);
    expect(keptTyping(KEY)).toBeUndefined();
  },
);

test('where there is no room for it, nothing breaks', () => {
  keepTyping(KEY, { base: { name: '' }, draft: { name: 'x'.repeat(20_000) } });
  expect(keptTyping(KEY)).toBeUndefined();
});

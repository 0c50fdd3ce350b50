import { afterEach, describe, expect, it } from 'vitest';
import { type Bistro, openBistro } from '../bistro/bistro.ts';

let bistro: Bistro;
afterEach(() => bistro?.close());

describe('a link that is there for security', () => {
  const linking = (url: string, as = '') =>
    bistro.sdl.replace(
      '@link(url: "https://specs.apollo.dev/join',
      `@link(url: "${url}", for: SECURITY${as}) @link(url: "https://specs.apollo.dev/join`,
    );

  it.each([
    ['of somebody else', 'https://acme.test/acl/v1.0'],
    ['of a version that we do not know', 'https://specs.apollo.dev/authenticated/v9.0'],
    ['of no specification', 'urn:acl'],
  ])('%s is refused by its name', async (_what, url) => {
    bistro = await openBistro({ open: true });
    const { reload, ask } = bistro;
    await expect(reload(linking(url))).rejects.toThrow(url);
    await expect(reload(linking(url, ', as: "authenticated"'))).rejects.toThrow(url);
    expect((await ask('{ dish(id: "1") { name } }')).data).toEqual({ dish: { name: 'pastor' } });
  });
});

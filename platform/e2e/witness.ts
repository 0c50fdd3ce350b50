import type { Page } from '@playwright/test';

/** What a screen showed at a moment, as somebody in front of it would say. */
export interface Sight {
  at: number;
  blemish: string;
}

export interface Witness {
  /** Everything that a guest should never see, with its time. */
  readonly blemishes: readonly Sight[];
  /** How often the screen was looked at. */
  readonly looks: number;
  /** When the screen first showed this price for the item, from the moment of asking on. */
  sees(itemId: string, price: number): Promise<number>;
}

/** Watches a screen at every change of its page, and ten times a second besides, from the moment its board hangs, also over reloads. */
export async function watch(page: Page): Promise<Witness> {
  const blemishes: Sight[] = [];
  const sightings = new Map<string, number>();
  let looks = 0;
  await page.exposeFunction('tellBlemish', (blemish: string) => blemishes.push({ at: Date.now(), blemish }));
  await page.exposeFunction('tellPrice', (key: string, at: number) => sightings.set(key, at));
  await page.exposeFunction('tellLooks', (count: number) => (looks += count));
  await page.addInitScript(look);
  page.on('pageerror', (error) => blemishes.push({ at: Date.now(), blemish: `the page threw: ${error.message}` }));
  page.on('crash', () => blemishes.push({ at: Date.now(), blemish: 'the page crashed' }));
  return {
    blemishes,
    get looks() {
      return looks;
    },
    async sees(itemId, price) {
      const key = `${itemId} ${price}`;
      sightings.delete(key);
      for (;;) {
        const at = sightings.get(key);
        if (at !== undefined) return at;
        await page.waitForTimeout(5);
      }
    },
  };
}

declare global {
  function tellBlemish(blemish: string): void;
  function tellPrice(key: string, at: number): void;
  function tellLooks(count: number): void;
}

/** Runs in the screen's page. */
function look(): void {
  const prices = new Map<Element, string>();
  let hangs = false;
  let last = '';
  let looks = 0;

  /** What needs no layout, so that it can be asked at every change. */
  function blemish(): string {
    if (document.body?.dataset.pageState !== 'board') return 'no board';
    if (!document.querySelector('.page.is-shown [data-item-id]')?.textContent?.trim()) return 'an empty page';
    const alarm = document.querySelector(
      '[role="alert"], [role="dialog"], [aria-busy="true"], [role="progressbar"], .spinner',
    );
    return alarm ? `an alert or a spinner: ${alarm.outerHTML.slice(0, 200)}` : '';
  }

  /** What is really to be seen; while pages cross-fade, the old one may still be the one. */
  function visibleBlemish(): string {
    const rows = [...document.querySelectorAll<HTMLElement>('.page [data-item-id]')];
    if (
      !rows.some(
        (row) => row.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && row.offsetHeight > 0,
      )
    )
      return 'no row';
    const error = /\b(error|failed|offline|reconnect\w*|undefined|NaN|loading|\[object)\b/i.exec(
      document.body.innerText,
    );
    return error ? `the words "${error[0]}"` : '';
  }

  function see(): void {
    looks += 1;
    for (const element of document.querySelectorAll('.pages [data-item-id] [data-price]')) {
      const text = element.textContent ?? '';
      if (prices.get(element) === text) continue;
      prices.set(element, text);
      const itemId = element.closest<HTMLElement>('[data-item-id]')?.dataset.itemId;
      tellPrice(`${itemId} ${Number(text.replace(',', '.'))}`, Date.now());
    }
    tell(blemish());
  }

  function tell(found: string): void {
    if (!found) hangs = true;
    if (hangs && found && found !== last) tellBlemish(found);
    last = found;
  }

  new MutationObserver(see).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  setInterval(() => {
    see();
    if (hangs) tell(blemish() || visibleBlemish());
  }, 100);
  setInterval(() => {
    tellLooks(looks);
    looks = 0;
  }, 250);
}

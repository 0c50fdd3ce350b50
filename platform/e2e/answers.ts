import type { Page, Request } from '@playwright/test';

/** All that the graph answers to a page, by either way. */
export function answersOf(page: Page) {
  const texts: string[] = [];
  const open = new Set<Request>();
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql') && request.method() === 'POST') open.add(request);
  });
  page.on('requestfailed', (request) => open.delete(request));
  page.on('response', async (response) => {
    if (!open.has(response.request())) return;
    texts.push(await response.text().catch(() => ''));
    open.delete(response.request());
  });
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => texts.push(String(payload))));
  return { texts, waiting: () => open.size };
}

import type { DisplayToken } from '@mycelium/client-kit/display-token';
import type { Connection } from '@mycelium/client-kit/live';
import { waitAfter } from '@mycelium/client-kit/patience';
import type { Client } from '@urql/core';
import type { ContentStore } from './content-store.ts';
import { boardChanges, heartbeat, menuChanges, screenContent } from './documents.ts';
import { mergeChange, mergeContent } from './merge.ts';

export interface FollowOptions {
  client: Client;
  connection: Connection;
  displayToken: DisplayToken;
  store: ContentStore;
  /** What the heartbeat says about this screen. */
  describe: () => { appVersion: string; width: number; height: number };
}

const HEARTBEAT_MS = 15_000;
const RECHECK_MS = 5 * 60_000;

/** Keeps the store at what the server says, through every interruption, until told to stop. */
export function followContent({ client, connection, displayToken, store, describe }: FollowOptions): () => void {
  let isOver = false;
  let isFetching = false;
  let isOutdated = false;
  let feeds: { tenantId: string; stop: () => void } | undefined;

  /** Asks until there is an answer. Callers meanwhile are served by one more question after this one. */
  async function refetch() {
    isOutdated = true;
    if (isFetching) return;
    isFetching = true;
    for (let failures = 0; isOutdated && !isOver; await waitAfter(failures)) {
      isOutdated = false;
      if (await fetchOnce()) failures = 0;
      else {
        failures++;
        isOutdated = true;
      }
    }
    isFetching = false;
  }

  /** Partial answers do not count: half a menu is worse than the one of a minute ago. */
  async function fetchOnce(): Promise<boolean> {
    const asked = displayToken.token();
    const { data, error } = await client.query(screenContent, {});
    if (isOver) return true;
    if (error || !data) return false;
    if (!data.viewer?.display) {
      await displayToken.renew(asked);
      return true;
    }
    store.keep(mergeContent(store.kept()?.content, data.viewer.display));
    follow(data.viewer.display.tenant.id);
    return true;
  }

  function follow(tenantId: string) {
    if (feeds?.tenantId === tenantId) return;
    feeds?.stop();
    const menu = client.subscription(menuChanges, { tenantId }).subscribe(({ data }) => {
      const shown = store.kept()?.content;
      if (!data || !shown) return;
      const { content, isComplete } = mergeChange(shown, data.menuChanged);
      store.keep(content);
      if (!isComplete) void refetch();
    });
    const boards = client.subscription(boardChanges, { tenantId }).subscribe(({ data }) => {
      if (data) void refetch();
    });
    feeds = {
      tenantId,
      stop() {
        menu.unsubscribe();
        boards.unsubscribe();
      },
    };
  }

  async function beat() {
    const { data } = await client.mutation(heartbeat, { input: describe() });
    const shown = store.kept()?.content;
    if (!data || !shown) return;
    const { name, board } = data.heartbeat;
    const isCurrent =
      board?.id === shown.board?.id && (board?.version ?? 0) <= (shown.board?.version ?? 0) && name === shown.name;
    if (!isCurrent) void refetch();
  }

  let { state, gaps } = connection.snapshot();
  const unwatch = connection.subscribe(() => {
    const next = connection.snapshot();
    if ((state === 'offline' && next.state === 'live') || next.gaps > gaps) void refetch();
    ({ state, gaps } = next);
  });
  const beating = setInterval(() => void beat(), HEARTBEAT_MS);
  const rechecking = setInterval(() => void refetch(), RECHECK_MS);

  const remembered = store.kept();
  if (remembered) follow(remembered.content.tenant.id);
  void refetch();
  void beat();

  return () => {
    isOver = true;
    feeds?.stop();
    unwatch();
    clearInterval(beating);
    clearInterval(rechecking);
  };
}

import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { type AnyVariables, type Client, createRequest, type OperationResult, type UseQueryArgs } from 'urql';

/** How a list is asked for, page by page. */
export interface Pages<Data, Variables extends AnyVariables, Node> {
  ask: (after: string | null) => UseQueryArgs<Variables, Data>;
  read: (data: Data) => Page<Node> | null | undefined;
}

interface Page<Node> {
  edges: readonly Edge<Node>[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null | undefined };
}

interface Edge<Node> {
  cursor: string;
  node: Node;
}

/** What is known of a list now. */
export interface Shown<Data, Node> {
  /** The newest answer to the first page. */
  first: Data | undefined;
  nodes: readonly Node[];
  /** Those that came in last, by themselves, while their page was shown. */
  arrived: readonly Node[];
  hasMore: boolean;
  isAskingMore: boolean;
  isAsking: boolean;
  /** Why the first page cannot be had. */
  problem: Problem | undefined;
  /** Why a page behind it cannot be had. */
  problemBehind: Problem | undefined;
}

export interface PageChain<Data, Node> {
  shown: () => Shown<Data, Node>;
  /** Asks for the pages and keeps them, until the answer is called. */
  follow: (onChange: () => void) => () => void;
  more: () => void;
  askAgain: () => void;
}

interface OpenPage<Data, Variables extends AnyVariables, Node> {
  readonly args: UseQueryArgs<Variables, Data>;
  readonly after: string | null;
  data: Data | undefined;
  edges: readonly Edge<Node>[];
  /** Where the next page begins; undefined where there is none. */
  end: string | undefined;
  isAsking: boolean;
  problem: Problem | undefined;
  stop: () => void;
}

/**
 * Pages of a list, each kept fresh: one begins where the one before ends now, so that whatever comes or leaves meanwhile, no
 * row is missed and none is there twice. Until a page that begins elsewhere is answered, what stood there stays.
 */
export function createPageChain<Data, Variables extends AnyVariables, Node>(
  client: Client,
  { ask, read }: Pages<Data, Variables, Node>,
): PageChain<Data, Node> {
  const pages: OpenPage<Data, Variables, Node>[] = [];
  let wanted = 1;
  let arrived: ReadonlySet<string> = new Set();
  let tell = () => {};

  function open(index: number, after: string | null, edges: readonly Edge<Node>[] = []): void {
    const old = pages[index];
    old?.stop();
    const { data, end } = old ?? {};
    const page = { args: ask(after), after, data, end, edges, isAsking: true, problem: undefined, stop: () => {} };
    pages[index] = page;
    listen(page);
  }

  function listen(page: OpenPage<Data, Variables, Node>): void {
    const { query, variables, requestPolicy } = page.args;
    const request = createRequest<Data, Variables>(query, variables as Variables);
    const asked = client.executeQuery<Data, Variables>(request, { ...(requestPolicy && { requestPolicy }) });
    page.stop = asked.subscribe((result) => hear(page, result)).unsubscribe;
  }

  function hear(page: OpenPage<Data, Variables, Node>, { data, error, stale }: OperationResult<Data, Variables>): void {
    const index = pages.indexOf(page);
    if (index < 0) return;
    const before = page.edges;
    const answer = data && read(data);
    const isShown = page.data !== undefined;
    page.isAsking = stale;
    page.problem = error && problemOf(error);
    if (data) page.data = data;
    if (answer) {
      const { hasNextPage, endCursor } = answer.pageInfo;
      if (isShown) arrived = added(before, answer.edges) ?? arrived;
      page.edges = answer.edges;
      page.end = hasNextPage ? (endCursor ?? undefined) : undefined;
      openNext(index, before);
    }
    tell();
  }

  /** `before` is what the page had until now. */
  function openNext(index: number, before: readonly Edge<Node>[]): void {
    const end = pages[index]?.end;
    if (end === undefined || index + 1 >= wanted) {
      for (const page of pages.splice(index + 1)) page.stop();
      return;
    }
    const next = pages[index + 1];
    if (next?.after === end) return;
    open(index + 1, end, next && behind([...before, ...next.edges], end));
  }

  function shown(): Shown<Data, Node> {
    const [first] = pages;
    const last = pages.at(-1);
    const isAskingMore = last !== first && last?.data === undefined;
    const edges = pages.flatMap((page) => page.edges);
    return {
      first: first?.data,
      nodes: edges.map(({ node }) => node),
      arrived: edges.filter(({ cursor }) => arrived.has(cursor)).map(({ node }) => node),
      hasMore: last?.end !== undefined || isAskingMore,
      isAskingMore,
      isAsking: first === undefined || pages.some(({ isAsking }) => isAsking),
      problem: first?.problem,
      problemBehind: pages.slice(1).find(({ problem }) => problem)?.problem,
    };
  }

  return {
    shown,
    follow(onChange) {
      tell = onChange;
      if (pages.length === 0) open(0, null);
      else for (const page of pages) listen(page);
      onChange();
      return () => {
        tell = () => {};
        for (const { stop } of pages) stop();
      };
    },
    more() {
      const last = pages.length - 1;
      wanted = Math.max(1, pages.length) + 1;
      openNext(last, pages[last]?.edges ?? []);
      tell();
    },
    askAgain() {
      for (const page of pages) {
        const request = createRequest<Data, Variables>(page.args.query, page.args.variables as Variables);
        const again = client.createRequestOperation('query', request, { requestPolicy: 'network-only' });
        page.isAsking = true;
        client.reexecuteOperation(again);
      }
      tell();
    },
  };
}

function behind<Node>(edges: readonly Edge<Node>[], end: string): readonly Edge<Node>[] {
  return edges.slice(edges.findIndex(({ cursor }) => cursor === end) + 1);
}

function added<Node>(before: readonly Edge<Node>[], now: readonly Edge<Node>[]): ReadonlySet<string> | undefined {
  const known = new Set(before.map(({ cursor }) => cursor));
  const fresh = now.map(({ cursor }) => cursor).filter((cursor) => !known.has(cursor));
  return fresh.length > 0 ? new Set(fresh) : undefined;
}

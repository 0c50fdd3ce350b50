import { z } from 'zod';
import type { NoticeGroup } from './notice-groups.ts';
import { promisesOf, subgraphNames } from './roster.ts';

/** Every kind of notice that a subgraph promises, with its group. */
export const noticeKinds: ReadonlyMap<string, NoticeGroup> = new Map(
  subgraphNames.flatMap((name) => Object.entries(promisesOf(name).notices ?? {})),
);

/** The group of a kind; one that nobody promised, such as that of a newer version, is among the others. */
export function groupOf(kind: string): NoticeGroup {
  return noticeKinds.get(kind) ?? 'OTHER';
}

const ANYWHERE = 'https://mycelium.invalid';
const CONSOLE = '/app/';
/** What a browser drops or takes for a slash, before it looks where an address leads. */
const MISLEADING = /[\\\s\p{Cc}]/u;

/** Whether a path leads to a page of the console, as `/sync/…` does, and can lead nowhere else. */
export function leadsIntoConsole(path: string): boolean {
  if (!path.startsWith('/') || path.startsWith('//') || MISLEADING.test(path)) return false;
  const url = URL.parse(`${CONSOLE.slice(0, -1)}${path}`, ANYWHERE);
  return url?.origin === ANYWHERE && url.pathname.startsWith(CONSOLE) && !url.pathname.startsWith(`${CONSOLE}/`);
}

const KIND = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/;

/** A notice that can be kept. */
export const noticeSchema = z.object({
  userId: z.uuid(),
  kind: z.string().max(100).regex(KIND, 'A kind is written as in sync.failed'),
  path: z.string().max(500).refine(leadsIntoConsole, 'A path leads to a page of the console, such as /sync'),
  values: z
    .record(z.string().max(50), z.union([z.string().max(500), z.number()]))
    .refine((values) => Object.keys(values).length <= 20, 'A notice has at most 20 values'),
  onceKey: z.string().min(1).max(200),
});
export type Notice = z.infer<typeof noticeSchema>;

import type { Area } from '@mycelium/web/shell/area';
import { areas } from '@mycelium/web/shell/areas';

/** Those to which nobody of a business is led. */
const ofStaff = new Set<string>();

/** The addresses of all pages of the console, folded from its areas; that of a thing as a pattern. */
const patterns: readonly string[] = [...new Set(areas.flatMap(({ routes }) => patternsOf(routes)))];

/** Those that are the same in every business. */
export const fixed = patterns.filter((pattern) => !pattern.includes(':'));

const ofThings = patterns.filter((pattern) => pattern.includes(':') && !ofStaff.has(pattern));

/** The pages of things, each by the first link that leads to one. */
export class Things {
  private readonly places = new Map<string, string>();

  /** Takes these links of a page, and answers the addresses of pages that nothing has led to before. */
  take(links: readonly string[]): string[] {
    return links.flatMap((link) => {
      const path = link.replace(/^\/app/, '').replace(/[?#].*$/, '');
      const pattern = !fixed.includes(path) && ofThings.find((each) => isOf(each, path));
      if (!pattern || this.places.has(pattern)) return [];
      this.places.set(pattern, path);
      return [path];
    });
  }

  /** The pages of things to which no link has led. */
  get missing(): string[] {
    return ofThings.filter((pattern) => !this.places.has(pattern));
  }
}

function isOf(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(path);
}

/** Of the routes that show something, and are not merely the way to another one. */
function patternsOf(routes: Area['routes'], under = ''): string[] {
  return routes.flatMap(({ path = '', lazy, handle, children = [] }) => {
    const own = path.startsWith('/') ? path : `${under}/${path}`;
    if (handle?.scope === 'platform:admin') ofStaff.add(own);
    const isPage = lazy !== undefined && !handle?.leadsOn && !children.some(({ index }) => index);
    return [...(isPage ? [own] : []), ...patternsOf(children, own)];
  });
}

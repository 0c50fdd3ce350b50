import type { Page } from '@playwright/test';

/** What on this page can be touched and is smaller than 48 px, by its name; but for links within a sentence. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const touchable = 'a[href], button, summary, input, select, textarea, [role="switch"], [role="option"]';
    return [...document.querySelectorAll<HTMLElement>(touchable)]
      .filter((each) => isThere(each) && !isInSentence(each))
      .map((each) => ({ each, ...sizeOf(each) }))
      .filter(({ width, height }) => Math.round(width) < 48 || Math.round(height) < 48)
      .map(({ each, width, height }) => `${nameOf(each)}: ${Math.round(width)} × ${Math.round(height)}`);

    function isThere(each: HTMLElement): boolean {
      const { width, height } = each.getBoundingClientRect();
      const isShown = each.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true });
      return (
        isShown && width > 1 && height > 1 && !each.closest('[inert]') && each.getAttribute('aria-hidden') !== 'true'
      );
    }

    function isInSentence(each: HTMLElement): boolean {
      if (each.tagName !== 'A' || !getComputedStyle(each).display.startsWith('inline')) return false;
      return [...(each.parentElement?.childNodes ?? [])].some(
        (other) => other.nodeType === Node.TEXT_NODE && /\p{L}{2}/u.test(other.textContent ?? ''),
      );
    }

    /** With what belongs to it: its labels, and what a link lays over its row. */
    function sizeOf(each: HTMLElement): { width: number; height: number } {
      const labels = 'labels' in each ? [...((each as HTMLInputElement).labels ?? [])] : [];
      const over = getComputedStyle(each, '::after');
      const row =
        over.content !== 'none' && over.position === 'absolute' ? (each.offsetParent as HTMLElement) : undefined;
      const boxes = [each, ...labels, ...(row ? [row] : [])].map((part) => part.getBoundingClientRect());
      return {
        width: Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left)),
        height: Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top)),
      };
    }

    function nameOf(each: HTMLElement): string {
      const { tagName, className, textContent } = each;
      return `${tagName.toLowerCase()} ${each.getAttribute('aria-label') ?? textContent} (${className.split?.(' ')[0] ?? ''})`;
    }
  });
}

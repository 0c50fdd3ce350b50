import { type RefObject, useEffect, useState } from 'react';

export type Side = 'start' | 'end';

/** On which sides of what scrolls sideways there is more than one sees. */
export function useMoreBeside(place: RefObject<HTMLElement | null>): readonly Side[] {
  const [sides, setSides] = useState('');
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    function look() {
      const { scrollLeft, clientWidth, scrollWidth } = element as HTMLElement;
      const from = Math.abs(scrollLeft);
      setSides(`${from > 1 ? 'start' : ''} ${from + clientWidth < scrollWidth - 1 ? 'end' : ''}`.trim());
    }
    look();
    const watch = new ResizeObserver(look);
    for (const each of [element, ...element.children]) watch.observe(each);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [place]);
  return sides.split(' ').filter((side): side is Side => side === 'start' || side === 'end');
}

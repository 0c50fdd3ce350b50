import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Tells an element, as `--panel-top`, how far below the top of the window it begins now, so that it can end in sight. */
export function useRoomBelow(): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const measure = () => {
      const { current } = element;
      current?.style.setProperty('--panel-top', `${Math.round(current.getBoundingClientRect().top)}px`);
    };
    // What is above it may grow later, such as a notice for all.
    const above = new ResizeObserver(measure);
    above.observe(document.body);
    window.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('resize', measure);
    measure();
    return () => {
      above.disconnect();
      window.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  }, []);
  return element;
}

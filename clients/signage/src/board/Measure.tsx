import { useLayoutEffect, useRef } from 'react';
import type { BoardView } from './board-view.ts';
import { columnsFor, type Fit, fit, type TextStyle, type Trial, textStyles } from './fit.ts';
import { Row } from './Row.tsx';
import { Title } from './Title.tsx';

/** Sets the board once, unseen, in every text style, and says which one fits best. */
export function Measure({ view, onFit }: { view: BoardView; onFit: (found: Fit) => void }) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!root.current) return;
    const galley = root.current;
    const found = fit(textStyles.map((style) => tryStyle(galley, view, style)));
    if (found) onFit(found);
  }, [view, onFit]);
  return (
    <div className="measure" ref={root} aria-hidden>
      <div className="column">
        {view.sections.map(({ id, title, rows }) => (
          <section key={id}>
            <Title title={title} />
            <ul>
              {rows.map((row) => (
                <li key={row.id}>
                  <Row row={row} soldOutWords={view.soldOutWords} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function tryStyle(galley: HTMLElement, view: BoardView, style: TextStyle): Trial {
  galley.style.setProperty('--part', String(style.part));
  galley.classList.toggle('is-described', style.withDescriptions);
  const textSize = Number.parseFloat(getComputedStyle(galley).fontSize);
  const columns = columnsFor(galley.clientWidth, textSize, view.columns);
  galley.style.setProperty('--columns', String(columns));
  const parts = [...galley.querySelectorAll('section')];
  return {
    style,
    sections: parts.map((part, at) => ({
      id: view.sections[at]?.id ?? '',
      title: titleHeight(part),
      rows: [...part.querySelectorAll('li')].map(heightOf),
    })),
    frame: { columns, height: galley.clientHeight, gap: gapOf(parts) },
    textSize,
  };
}

function gapOf(parts: readonly Element[]): number {
  const [column] = parts.map(({ parentElement }) => parentElement);
  return column ? Number.parseFloat(getComputedStyle(column).rowGap) : 0;
}

/** With the space below it: a title is what its section is higher than its list. */
function titleHeight(part: Element): number {
  return heightOf(part) - heightOf(part.querySelector('ul'));
}

function heightOf(element: Element | null): number {
  return element?.getBoundingClientRect().height ?? 0;
}

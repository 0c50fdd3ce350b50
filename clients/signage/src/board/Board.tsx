import { useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Content } from '../content/content.ts';
import { useViewport } from '../screen/use-viewport.ts';
import { BoardPage } from './BoardPage.tsx';
import { type BoardView, geometryOf, priceWidth, viewOf } from './board-view.ts';
import type { Fit } from './fit.ts';
import { Measure } from './Measure.tsx';
import { Nameplate } from './Nameplate.tsx';
import { useTurning } from './use-turning.ts';
import './board.css';

/** A content as a printed board, or its owner's name alone when there is nothing on the board. */
export function Board({ content }: { content: Content }) {
  const view = useMemo(() => viewOf(content), [content]);
  return view ? <PrintedBoard name={content.tenant.name} view={view} /> : <Nameplate name={content.tenant.name} />;
}

function PrintedBoard({ name, view }: { name: string; view: BoardView }) {
  const viewport = useViewport();
  const geometry = useMemo(() => `${viewport} ${geometryOf(view)}`, [viewport, view]);
  const [set, setSet] = useState<{ geometry: string; fit: Fit }>();
  const isHanging = set !== undefined;
  const hang = useCallback(
    (fit: Fit) => (isHanging ? crossFade(() => setSet({ geometry, fit })) : setSet({ geometry, fit })),
    [geometry, isHanging],
  );
  const pages = set?.fit.pages ?? [];
  const shown = useTurning(pages.length);
  return (
    <div className="board" style={{ '--price-width': `${priceWidth(view)}ch` }}>
      <header>
        <h1>{name}</h1>
      </header>
      <main>
        {set && (
          <div
            className={set.fit.style.withDescriptions ? 'pages is-described' : 'pages'}
            style={{ '--part': set.fit.style.part, '--columns': set.fit.columns }}
          >
            {pages.map((page, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the order.
              <BoardPage key={at} view={view} page={page} air={set.fit.air[at] ?? 0} isShown={at === shown} />
            ))}
          </div>
        )}
        {set?.geometry !== geometry && <Measure key={geometry} view={view} onFit={hang} />}
      </main>
      <footer>
        <Legend legend={view.legend} />
        <p className="page-mark">
          {pages.length > 1 &&
            // biome-ignore lint/suspicious/noArrayIndexKey: a mark is its place in the order.
            pages.map((_, at) => <i key={at} className={at === shown ? 'is-shown' : undefined} />)}
        </p>
      </footer>
    </div>
  );
}

function Legend({ legend }: Pick<BoardView, 'legend'>) {
  return (
    <ul className="legend">
      {legend.map(({ letter, words: [first, second] }) => (
        <li key={letter}>
          <b>{letter}</b> {first}
          {second && <span> {second}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Fades from one setting of the board to the next where the browser can, so that rows do not jump. */
function crossFade(change: () => void): void {
  if (!document.startViewTransition || document.visibilityState === 'hidden') queueMicrotask(change);
  else document.startViewTransition(() => flushSync(change));
}

import type { BoardView } from './board-view.ts';
import type { Page, Piece } from './pack.ts';
import { Row } from './Row.tsx';
import { Title } from './Title.tsx';

interface BoardPageProps {
  view: BoardView;
  page: Page;
  air: number;
  isShown: boolean;
}

/** One page of columns. All pages hang at once, so that turning is a fade and a hidden row is as fresh as a shown one. */
export function BoardPage({ view, page, air, isShown }: BoardPageProps) {
  return (
    <div className={isShown ? 'page is-shown' : 'page'} style={{ '--air': `${air}px` }} aria-hidden={!isShown}>
      {page.map((column) => (
        <div className="column" key={column.map(({ sectionId, from }) => `${sectionId}.${from}`).join()}>
          {column.map((piece) => (
            <SectionPiece key={piece.sectionId} view={view} piece={piece} />
          ))}
        </div>
      ))}
    </div>
  );
}

function SectionPiece({ view, piece }: { view: BoardView; piece: Piece }) {
  const section = view.sections.find(({ id }) => id === piece.sectionId);
  if (!section) return null;
  return (
    <section>
      <Title title={section.title} />
      <ul>
        {section.rows.slice(piece.from, piece.to).map((row) => (
          <li key={row.id} data-item-id={row.id} data-sold-out={row.isSoldOut || undefined}>
            <Row row={row} soldOutWords={view.soldOutWords} />
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useState } from 'react';
import type { RowView } from './board-view.ts';

/** What a row looks like; where it is measured and where it hangs it is the same. */
export function Row({ row, soldOutWords }: { row: RowView; soldOutWords: readonly string[] }) {
  return (
    <>
      <span className="line">
        <span className="name">
          {row.name.first}
          {row.letters && <span className="letters">{row.letters}</span>}
        </span>
      </span>
      <span className="value">
        <Price text={row.price} />
        {row.isSoldOut && (
          <span className="sold-out">
            {soldOutWords.map((word) => (
              <span key={word}>{word}</span>
            ))}
          </span>
        )}
      </span>
      {(row.name.second || row.calories !== undefined) && (
        <>
          <span className="second">{row.name.second}</span>
          <span className="calories">{row.calories !== undefined && `${row.calories} cal`}</span>
        </>
      )}
      {row.description && <span className="description">{row.description}</span>}
    </>
  );
}

/** A price that has changed since the row was hung up fades in. */
function Price({ text }: { text: string }) {
  const [first] = useState(text);
  return (
    <span key={text} className={text === first ? 'price' : 'price is-fresh'} data-price>
      {text}
    </span>
  );
}

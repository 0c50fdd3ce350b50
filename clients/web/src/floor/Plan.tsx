import { type CSSProperties, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Floor.module.css';
import type { FloorArea, FloorTable } from './floor.ts';
import { TableFace } from './TableFace.tsx';
import { type ChooseTable, TableLink } from './TableLink.tsx';
import { type Moved, useTableMoves } from './use-table-moves.ts';

interface PlanProps {
  area: FloorArea;
  tables: readonly FloorTable[];
  chosenId: string | undefined;
  serverOf: (table: FloorTable) => string | undefined;
  onChoose: ChooseTable;
  /** Where tables may be moved about: by dragging, or with the arrow keys. */
  onMove?: ((moved: Moved) => void) | undefined;
}

/** An area as it lies in the house, with its tables where they stand. */
export function Plan({ area, tables, chosenId, serverOf, onChoose, onMove }: PlanProps) {
  const { t } = useTranslation();
  const plan = useRef<HTMLDivElement>(null);
  const { dragged, handlers } = useTableMoves({ plan, area, onMove });
  return (
    <div
      ref={plan}
      className={classes.plan}
      style={{
        aspectRatio: `${area.width} / ${area.height}`,
        // All of it is in sight, below what stands above it.
        maxInlineSize: `calc((100dvh - 260px) * ${area.width / area.height})`,
      }}
      data-editing={onMove ? true : undefined}
    >
      {tables.map((table) => {
        const at = dragged?.id === table.id ? { ...table, ...dragged } : table;
        return (
          <TableLink
            key={table.id}
            table={table}
            className={classes.table}
            isChosen={table.id === chosenId}
            aria-describedby={onMove ? 'floor-move-hint' : undefined}
            style={placeOf(at, area)}
            onChoose={onChoose}
            {...handlers(table)}
          >
            <span className={classes.shape} style={{ rotate: `${table.rotation}deg` }} />
            <span className={classes.face}>
              <TableFace table={table} server={serverOf(table)} />
            </span>
          </TableLink>
        );
      })}
      {onMove && (
        <p id="floor-move-hint" className={classes.hint}>
          {t('floor.moveHint')}
        </p>
      )}
    </div>
  );
}

function placeOf({ x, y, width, height }: Pick<FloorTable, 'x' | 'y' | 'width' | 'height'>, area: FloorArea) {
  const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`;
  return {
    insetInlineStart: percent(x, area.width),
    insetBlockStart: percent(y, area.height),
    inlineSize: percent(width, area.width),
    blockSize: percent(height, area.height),
  } satisfies CSSProperties;
}

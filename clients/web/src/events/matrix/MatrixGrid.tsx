import { ScrollArea, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../events.ts';
import { ChannelCell } from './ChannelCell.tsx';
import classes from './Matrix.module.css';

const steps: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Who sends to whom: a row for each application that sends, a column for each that receives. Arrows go from channel to channel. */
export function MatrixGrid({ channels }: { channels: readonly Channel[] }) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const sources = inOrder(channels.map(({ source }) => source));
  const targets = inOrder(channels.map(({ target }) => target));

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key];
    const cell = document.activeElement?.closest('td');
    if (!step || !cell || !table.current) return;
    event.preventDefault();
    const [down, right] = step;
    let row = (cell.parentElement as HTMLTableRowElement).rowIndex + down;
    let column = cell.cellIndex + right;
    while (row > 0 && row <= sources.length && column > 0 && column <= targets.length) {
      const link = table.current.rows[row]?.cells[column]?.querySelector('a');
      if (link) return link.focus();
      row += down;
      column += right;
    }
  }

  return (
    <ScrollArea type="auto" offsetScrollbars="x" className={classes.frame}>
      <table ref={table} className={classes.matrix} onKeyDown={onKeyDown}>
        <caption>
          <VisuallyHidden>{t('events.tab.matrix')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <td className={classes.corner}>{t('events.toldByTo')}</td>
            {targets.map((target) => (
              <th key={target} scope="col">
                {target}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source}>
              <th scope="row">{source}</th>
              {targets.map((target) => {
                const channel = channels.find((each) => each.source === source && each.target === target);
                return <td key={target}>{channel && <ChannelCell channel={channel} />}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

/** Each once, whether it is written in capitals or not. */
function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted((one, other) => one.localeCompare(other));
}

import type { MouseEvent } from 'react';
import { Link, type LinkProps, useSearchParams } from 'react-router';
import type { FloorTable } from './floor.ts';

export type ChooseTable = (table: FloorTable, event: MouseEvent) => void;

interface TableLinkProps extends Omit<LinkProps, 'to' | 'onClick'> {
  table: FloorTable;
  isChosen: boolean;
  /** Told before the table is opened, which it can prevent. */
  onChoose: ChooseTable;
}

/** A table that opens beside the floor. */
export function TableLink({ table, isChosen, onChoose, ...link }: TableLinkProps) {
  const [search] = useSearchParams();
  return (
    <Link
      to={{ pathname: `/floor/${table.id}`, search: search.toString() }}
      draggable={false}
      data-state={table.state}
      data-shape={table.shape}
      aria-current={isChosen || undefined}
      onClick={(event) => onChoose(table, event)}
      {...link}
    />
  );
}

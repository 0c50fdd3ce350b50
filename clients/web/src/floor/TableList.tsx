import { Group, Title } from '@mantine/core';
import { AreaLink } from './edit/AreaLink.tsx';
import classes from './Floor.module.css';
import type { FloorArea, FloorTable } from './floor.ts';
import { TableFace } from './TableFace.tsx';
import { type ChooseTable, TableLink } from './TableLink.tsx';

interface TableListProps {
  areas: readonly FloorArea[];
  tables: readonly FloorTable[];
  chosenId: string | undefined;
  serverOf: (table: FloorTable) => string | undefined;
  isEditing: boolean;
  onChoose: ChooseTable;
}

/** The tables by area, where there is no room for the plan. */
export function TableList({ areas, tables, chosenId, serverOf, isEditing, onChoose }: TableListProps) {
  return areas.map((area) => (
    <section key={area.id} aria-label={area.name}>
      <Group justify="space-between" mt="md" mb="xs">
        <Title order={2}>{area.name}</Title>
        {isEditing && <AreaLink area={area} />}
      </Group>
      <ul className={classes.rows}>
        {tables
          .filter(({ areaId }) => areaId === area.id)
          .map((table) => (
            <li key={table.id}>
              <TableLink table={table} className={classes.row} isChosen={table.id === chosenId} onChoose={onChoose}>
                <TableFace table={table} server={serverOf(table)} />
              </TableLink>
            </li>
          ))}
      </ul>
    </section>
  ));
}

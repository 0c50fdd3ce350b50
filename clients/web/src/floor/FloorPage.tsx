import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useMatch, useNavigate, useParams, useSearchParams } from 'react-router';
import { useWrite } from '../graph/use-write.ts';
import type { Place } from '../locations/use-places.ts';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import list from '../look/List.module.css';
import { showTrouble, showUndo } from '../look/notify.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useMay } from '../session/viewer.tsx';
import { AreaLink } from './edit/AreaLink.tsx';
import classes from './Floor.module.css';
import { type FloorArea, type FloorTable, UpdateTableDocument } from './floor.ts';
import { looks } from './looks.ts';
import { MoveAsk } from './MoveAsk.tsx';
import { Plan } from './Plan.tsx';
import { TableList } from './TableList.tsx';
import { useFloor } from './use-floor.ts';
import { useServerName } from './use-servers.ts';
import type { Moved } from './use-table-moves.ts';
import { Waitlist } from './waitlist/Waitlist.tsx';
import { withParts } from './with-parts.ts';

/** What the pages beside the plan are given. */
export interface FloorOutlet {
  place: Place;
  areas: readonly FloorArea[];
  tables: readonly FloorTable[];
  isEditing: boolean;
}

/** The floor of a location: its plan with what goes on at each table, and one of them beside it. */
export function Component() {
  const { t } = useTranslation();
  const { places, place, areas, tables, problem, askAgain, choose } = useFloor();
  const { tableId } = useParams();
  const [search, setSearch] = useSearchParams();
  const mayEdit = useMay('location:write');
  const mayServe = useMay('floor:write');
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const { pathname } = useLocation();
  const navigate = useNavigate();
  // Who adds a table or changes an area edits the plan, from wherever they came.
  const isOther = [useMatch('/floor/new'), useMatch('/floor/areas/:id')].some(Boolean);
  const isEditing = mayEdit && (search.has('edit') || isOther);
  const area = areas?.find(({ id }) => id === search.get('area')) ?? areas?.[0];
  const nameOf = useServerName();
  const move = useMoveTable();
  const serverOf = ({ server }: FloorTable) => (server ? nameOf(server) : undefined);
  const moving = mayServe ? tables?.find(({ id }) => id === search.get('move')) : undefined;

  function turnEditing() {
    const next = withParts(search, { edit: isEditing ? undefined : '1' }).toString();
    return navigate({ pathname: isOther ? '/floor' : pathname, search: next }, { replace: true });
  }

  /** While a table is moved, another one is where to. */
  function choosePlace(table: FloorTable, event: MouseEvent) {
    if (!moving || search.has('to')) return;
    event.preventDefault();
    if (table.id !== moving.id) setSearch(withParts(search, { to: table.id }), { replace: true });
  }

  return (
    <>
      <PageHead title={t('area.floor')}>
        {mayEdit && areas && (
          <Button variant={isEditing ? 'filled' : 'default'} onClick={() => void turnEditing()}>
            {t(isEditing ? 'floor.editDone' : 'floor.edit')}
          </Button>
        )}
      </PageHead>
      <div className={list.beside}>
        <div className={list.lists}>
          <div className={classes.head}>
            {places && places.length > 1 && (
              <NativeSelect
                label={t('floor.location')}
                value={place?.id}
                onChange={({ currentTarget }) => choose(currentTarget.value)}
                data={places.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            {isWide && areas && areas.length > 1 && (
              <SegmentedControl
                aria-label={t('floor.area')}
                value={area?.id ?? ''}
                onChange={(id) => setSearch(withParts(search, { area: id }), { replace: true })}
                data={areas.map(({ id, name }) => ({ value: id, label: name }))}
                size="md"
              />
            )}
            {isEditing && <EditLinks search={search.toString()} area={area} isWide={isWide} />}
          </div>
          {moving && tables && <MoveAsk from={moving} tables={tables} />}
          {tables && tables.length > 0 && <Counts tables={tables} />}
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!tables && !problem && places?.length !== 0 && <Waiting shape={['list']} />}
          {(areas?.length === 0 || places?.length === 0) && (
            <Empty icon="table" title={t('floor.emptyTitle')} text={t(mayEdit ? 'floor.emptyText' : 'floor.emptyAsk')}>
              {mayEdit && place && (
                <Button component={Link} to={{ pathname: '/floor/areas/new', search: search.toString() }}>
                  {t('floor.newArea')}
                </Button>
              )}
            </Empty>
          )}
          {area && tables && isWide && (
            <Plan
              area={area}
              tables={tables.filter(({ areaId }) => areaId === area.id)}
              chosenId={moving?.id ?? tableId}
              serverOf={serverOf}
              onChoose={choosePlace}
              onMove={isEditing ? move : undefined}
            />
          )}
          {areas && tables && !isWide && (
            <TableList
              areas={areas}
              tables={tables}
              chosenId={tableId}
              serverOf={serverOf}
              isEditing={isEditing}
              onChoose={choosePlace}
            />
          )}
          {place && tables && mayServe && !isEditing && <Waitlist locationId={place.id} tables={tables} />}
        </div>
        {place && areas && tables && <Outlet context={{ place, areas, tables, isEditing } satisfies FloorOutlet} />}
      </div>
    </>
  );
}

interface EditLinksProps {
  search: string;
  area: FloorArea | undefined;
  isWide: boolean;
}

function EditLinks({ search, area, isWide }: EditLinksProps) {
  const { t } = useTranslation();
  return (
    <>
      {area && (
        <Button
          component={Link}
          to={{ pathname: '/floor/new', search }}
          variant="default"
          leftSection={<Icon name="plus" size={18} />}
        >
          {t('floor.newTable')}
        </Button>
      )}
      <Button
        component={Link}
        to={{ pathname: '/floor/areas/new', search }}
        variant="default"
        leftSection={<Icon name="plus" size={18} />}
      >
        {t('floor.newArea')}
      </Button>
      {area && isWide && <AreaLink area={area} />}
    </>
  );
}

/** How many tables are in each state, which is also what each looks like. */
function Counts({ tables }: { tables: readonly FloorTable[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.counts}>
      {(Object.keys(looks) as (keyof typeof looks)[]).map((state) => (
        <li key={state} className={classes.count} style={{ color: looks[state].colour }}>
          <Icon name={looks[state].icon} size={16} />
          {t(`tableState.${state}`)} {tables.filter((table) => table.state === state).length}
        </li>
      ))}
    </ul>
  );
}

/** Puts a table somewhere else on its plan, with a way back. */
function useMoveTable(): (moved: Moved) => void {
  const { t } = useTranslation();
  const { write } = useWrite(UpdateTableDocument, showTrouble);
  return async ({ table, x, y }) => {
    const { id, version, name } = table;
    const done = await write({ id, input: { version, x, y } });
    if (!done) return;
    const back = { version: done.updateTable.version, x: table.x, y: table.y };
    showUndo(`move ${id}`, t('floor.placed', { name }), () => void write({ id, input: back }));
  };
}

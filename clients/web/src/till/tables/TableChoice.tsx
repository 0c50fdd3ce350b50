import { useTranslation } from 'react-i18next';
import { looks } from '../../floor/looks.ts';
import { Icon } from '../../look/Icon.tsx';
import { useTill } from '../use-till.ts';
import classes from './TableChoice.module.css';
import type { TillTable } from './tables.ts';

interface TableChoiceProps {
  chosenId: string | undefined;
  /** Undefined where the chosen one is tapped again. */
  onChoose: (tableId: string | undefined) => void;
}

/** The tables of the location by area, each with what goes on there. */
export function TableChoice({ chosenId, onChoose }: TableChoiceProps) {
  const { t } = useTranslation();
  const { tables } = useTill();
  const areas = Map.groupBy(tables, ({ area }) => area.id);
  return (
    <div className={classes.areas}>
      {[...areas].map(([id, own]) => (
        <section key={id} aria-label={own[0]?.area.name}>
          <h3 className={classes.area}>{own[0]?.area.name}</h3>
          <div className={classes.tables}>
            {own.map((table) => (
              <TableButton
                key={table.id}
                table={table}
                isChosen={table.id === chosenId}
                onChoose={() => onChoose(table.id === chosenId ? undefined : table.id)}
              />
            ))}
          </div>
        </section>
      ))}
      {tables.length === 0 && <p className={classes.area}>{t('till.noTables')}</p>}
    </div>
  );
}

interface TableButtonProps {
  table: TillTable;
  isChosen: boolean;
  onChoose: () => void;
}

function TableButton({ table: { name, seats, state, guests, server }, isChosen, onChoose }: TableButtonProps) {
  const { t } = useTranslation();
  const { icon, colour } = looks[state];
  const facts = [guests ? t('till.guests', { count: guests }) : t('till.seats', { count: seats }), server?.name];
  return (
    <button type="button" className={classes.table} aria-pressed={isChosen} data-state={state} onClick={onChoose}>
      <span className={classes.name}>{t('till.table', { table: name })}</span>
      <span className={classes.state} style={{ color: colour }}>
        <Icon name={icon} size={16} /> {t(`tableState.${state}`)}
      </span>
      <span className={classes.facts}>{facts.filter(Boolean).join(' · ')}</span>
    </button>
  );
}

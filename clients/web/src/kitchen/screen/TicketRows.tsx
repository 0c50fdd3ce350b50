import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import { useStation } from '../../station/use-station.ts';
import { dateFormat } from '../../words/formats.ts';
import type { ComesLate } from '../tickets/comes-late.ts';
import { quantityText } from '../tickets/quantity.ts';
import type { Row } from '../tickets/rows.ts';
import classes from './Ticket.module.css';

interface TicketRowsProps {
  rows: readonly Row[];
  /** Whether it can be said that something came late: not when somebody has moved the clock. */
  saysLate: boolean;
}

/** The lines of a ticket, by course; what was taken off is struck through, and says so. */
export function TicketRows({ rows, saysLate }: TicketRowsProps) {
  const { t } = useTranslation();
  const byCourse = [...Map.groupBy(rows, ({ line }) => line.course)].sort(
    ([one], [other]) => (one ?? 0) - (other ?? 0),
  );
  return byCourse.map(([course, ofCourse]) => (
    <div key={course ?? 0}>
      {course !== null && (
        <Text size="sm" className={classes.course}>
          {t('kitchen.course', { course })}
        </Text>
      )}
      <ul className={classes.rows}>
        {ofCourse.map((row) => (
          <TicketRow key={row.key} row={row} saysLate={saysLate} />
        ))}
      </ul>
    </div>
  ));
}

function TicketRow({ row, saysLate }: { row: Row; saysLate: boolean }) {
  const { t, i18n } = useTranslation();
  const { kind, quantity, before, line, note, isOff, check } = row;
  const isTaken = isOff || kind === 'VOID' || kind === 'LESS';
  return (
    <li className={classes.row} data-taken={isTaken || undefined} data-kind={kind}>
      <span className={classes.quantity}>
        {before !== undefined && (
          <>
            <del>{quantityText(i18n.language, before)}</del>{' '}
          </>
        )}
        {quantityText(i18n.language, quantity)}
      </span>
      <div>
        <span className={classes.dish}>{line.name}</span>{' '}
        {(isOff || kind !== 'ADD') && (
          <span className={classes.mark}>{t(`kitchen.mark.${isOff ? 'VOID' : kind}`)}</span>
        )}
        {row.late && (saysLate || row.late.why === 'ADDED') && <Late late={row.late} />}
        {line.options.map(({ optionId, name, quantity: times }) => (
          <div key={optionId} className={classes.option}>
            {times > 1 ? `${times} × ${name}` : name}
          </div>
        ))}
        {note && <div className={classes.note}>{note}</div>}
        {check !== undefined && (
          <div className={classes.check}>
            <Icon name="receipt" size={14} /> {t('kitchen.check', { check })}
          </div>
        )}
        {line.seat !== null && <div className={classes.seat}>{t('kitchen.seat', { seat: line.seat })}</div>}
        {line.allergens.length > 0 && (
          <div className={classes.allergens}>
            <Icon name="alert" size={14} /> {line.allergens.map((each) => t(`kitchen.allergen.${each}`)).join(', ')}
          </div>
        )}
      </div>
    </li>
  );
}

function Late({ late: { why, at } }: { late: ComesLate }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useStation().location;
  const time = dateFormat(i18n.language, { timeStyle: 'short', timeZone }).format(at);
  return (
    <div className={classes.late} data-late={why}>
      <Icon name={why === 'OFFLINE' ? 'clock' : 'plus'} size={14} /> {t(`kitchen.lineLate.${why}`, { time })}
    </div>
  );
}

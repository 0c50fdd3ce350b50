import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import { useStation } from '../../station/use-station.ts';
import { dateFormat } from '../../words/formats.ts';
import { quantityText } from '../tickets/quantity.ts';
import type { Row } from '../tickets/rows.ts';
import classes from './Ticket.module.css';

/** The lines of a ticket, by course; what was taken off is struck through, and says so. */
export function TicketRows({ rows }: { rows: readonly Row[] }) {
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
          <TicketRow key={row.key} row={row} />
        ))}
      </ul>
    </div>
  ));
}

function TicketRow({ row }: { row: Row }) {
  const { t, i18n } = useTranslation();
  const { kind, quantity, before, line, note, isOff, addedAt } = row;
  const { timeZone } = useStation().location;
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
        {addedAt && !isOff && (
          <span className={classes.added}>
            <Icon name="clock" size={14} />{' '}
            {t('kitchen.addedAt', {
              time: dateFormat(i18n.language, { timeStyle: 'short', timeZone }).format(new Date(addedAt)),
            })}
          </span>
        )}
        {line.options.map(({ optionId, name, quantity: times }) => (
          <div key={optionId} className={classes.option}>
            {times > 1 ? `${times} × ${name}` : name}
          </div>
        ))}
        {note && <div className={classes.note}>{note}</div>}
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

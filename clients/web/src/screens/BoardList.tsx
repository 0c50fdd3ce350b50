import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import classes from '../look/List.module.css';
import { useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import type { Board } from './screens.ts';

export function BoardList({ boards }: { boards: Board[] }) {
  const { t, i18n } = useTranslation();
  const { boardId } = useParams();
  const { languages } = useTenant();
  return (
    <ul className={classes.list} aria-label={t('boards.title')}>
      {boards.map((board) => (
        <li key={board.id} className={classes.row} data-open={board.id === boardId || undefined}>
          <Link to={`/screens/boards/${board.id}`} className={classes.name}>
            {board.name}
          </Link>
          <span className={classes.quiet}>
            {board.sections.map(({ names }) => textIn(names, [i18n.language, ...languages])).join(', ')}
          </span>
          <span className={classes.quiet}>{t('boards.columns', { count: board.columns })}</span>
          <span className={`${classes.quiet} ${classes.figure}`}>{board.languages.join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

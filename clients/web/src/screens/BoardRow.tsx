import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import classes from '../look/List.module.css';
import { useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import type { Board } from './screens.ts';

export function BoardRow({ board }: { board: Board }) {
  const { t, i18n } = useTranslation();
  const { boardId } = useParams();
  const { languages: spoken } = useTenant();
  const { id, name, sections, columns, languages } = board;
  return (
    <li className={classes.row} data-open={id === boardId || undefined}>
      <Link to={`/screens/boards/${id}`} className={classes.name}>
        {name}
      </Link>
      <span className={classes.quiet}>
        {sections.map(({ names }) => textIn(names, [i18n.language, ...spoken])).join(', ')}
      </span>
      <span className={classes.quiet}>{t('boards.columns', { count: columns })}</span>
      <span className={`${classes.quiet} ${classes.figure}`}>{languages.join(' · ')}</span>
    </li>
  );
}

import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { BoardChoicesDocument } from './screens.ts';

interface Choice {
  value: string;
  label: string;
}

/** What a screen can be given to show, nothing first; undefined until it is known. The board that it has is among them. */
export function useBoardChoices(chosen?: { id: string; name: string } | null): Choice[] | undefined {
  const { t } = useTranslation();
  const { data } = useLiveQuery({ query: BoardChoicesDocument });
  const boards = data?.viewer?.tenant?.menuBoards.edges.map(({ node }) => node);
  if (!boards && !chosen) return undefined;
  const others = boards?.filter(({ id }) => id !== chosen?.id) ?? [];
  const all = boards?.some(({ id }) => id === chosen?.id) ? boards : [...(chosen ? [chosen] : []), ...others];
  return [{ value: '', label: t('display.noBoard') }, ...all.map(({ id, name }) => ({ value: id, label: name }))];
}

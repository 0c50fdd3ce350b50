import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Area } from '../shell/area.ts';
import { useAreas } from '../shell/use-areas.ts';
import { useBrought } from '../shell/use-brought.ts';
import { loadWords } from '../words/words.ts';
import classes from './LogPage.module.css';

/** What was done to a thing last, folded until somebody asks; for those who may read the log. */
export function History({ id }: { id: string }) {
  const { t } = useTranslation();
  const log = useAreas().find(({ name }) => name === 'log');
  const [isOpen, setOpen] = useState(false);
  if (!log) return null;
  return (
    <details className={classes.details} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('history')}</summary>
      {isOpen && <Entries id={id} log={log} />}
    </details>
  );
}

function Entries({ id, log: { name, words } }: { id: string; log: Area }) {
  const { t } = useTranslation();
  const brought = useBrought(
    useCallback(async () => {
      const [module] = await Promise.all([import('./LastEntries.tsx'), loadWords(name, words)]);
      return module;
    }, [name, words]),
  );
  return (
    brought && <brought.LastEntries label={t('history')} filter={{ id }} more={`/log?id=${encodeURIComponent(id)}`} />
  );
}

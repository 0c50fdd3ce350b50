import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/viewer.tsx';
import { useBrought } from '../shell/use-brought.ts';
import { loadWords } from '../words/words.ts';
import { log } from './area.ts';
import classes from './LogPage.module.css';

/** What was done to a thing last, folded until somebody asks; for those who may read the log. */
export function History({ id }: { id: string }) {
  const { t } = useTranslation();
  const mayRead = useMay('audit:read');
  const [isOpen, setOpen] = useState(false);
  if (!mayRead) return null;
  return (
    <details className={classes.details} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('history')}</summary>
      {isOpen && <Entries id={id} />}
    </details>
  );
}

function Entries({ id }: { id: string }) {
  const { t } = useTranslation();
  const brought = useBrought(
    useCallback(async () => {
      const [module] = await Promise.all([import('./LastEntries.tsx'), loadWords(log.name, log.words)]);
      return module;
    }, []),
  );
  return (
    brought && <brought.LastEntries label={t('history')} filter={{ id }} more={`/log?id=${encodeURIComponent(id)}`} />
  );
}

import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Choices } from './Choices.tsx';
import classes from './LogPage.module.css';
import { nounText } from './sentence.ts';
import { useActors } from './use-actors.ts';
import { kinds, type useLogFilter } from './use-log-filter.ts';
import { useNouns } from './use-nouns.ts';

/** The filter row of the log: who, what happened, what it was done to, and when. */
export function LogFilter({ values, put }: Pick<ReturnType<typeof useLogFilter>, 'values' | 'put'>) {
  const { t } = useTranslation();
  const actors = useActors();
  const nouns = useNouns();
  const isFiltered = Object.values(values).some((value) => value.length > 0);
  return (
    <div className={classes.filter}>
      <Choices
        label={t('log.who')}
        all={t('log.anybody')}
        choices={actors}
        chosen={values.actors}
        onChange={(chosen) => put({ actors: chosen })}
      />
      <Choices
        label={t('log.kind')}
        all={t('log.anything')}
        choices={kinds.map((kind) => ({ value: kind, label: t(`audit.${kind}`) }))}
        chosen={values.kinds}
        onChange={(chosen) => put({ kinds: chosen })}
      />
      <Choices
        label={t('log.thing')}
        all={t('log.anything')}
        choices={nouns.map((noun) => ({ value: noun, label: nounText(noun) ?? noun }))}
        chosen={values.nouns}
        onChange={(chosen) => put({ nouns: chosen })}
      />
      {(['from', 'to'] as const).map((field) => (
        <TextInput
          key={field}
          type="date"
          label={t(`log.${field}`)}
          value={values[field]}
          onChange={({ currentTarget }) => put({ [field]: currentTarget.value })}
        />
      ))}
      {isFiltered && (
        <Button
          variant="subtle"
          className={classes.clear}
          onClick={() => put({ actors: [], kinds: [], nouns: [], id: '', from: '', to: '' })}
        >
          {t('log.clear')}
        </Button>
      )}
    </div>
  );
}

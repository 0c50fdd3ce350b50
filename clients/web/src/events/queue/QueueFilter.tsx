import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../../look/Filter.module.css';
import { MatrixDocument } from '../events.ts';
import { useWatched } from '../use-watched.ts';
import { ages, type useQueueFilter } from './use-queue-filter.ts';

/** The filter row of the queue: the channels that there are, and how long something waits. */
export function QueueFilter({ values, put }: Pick<ReturnType<typeof useQueueFilter>, 'values' | 'put'>) {
  const { t } = useTranslation();
  const { data } = useWatched({ query: MatrixDocument });
  const channels = data?.viewer?.tenant?.communicationMatrix.channels ?? [];
  const sources = namesOf(
    channels.map(({ source }) => source),
    values.source,
  );
  const targets = namesOf(
    channels.map(({ target }) => target),
    values.target,
  );
  const all = { value: '', label: t('events.all') };
  return (
    <div className={classes.filter}>
      <NativeSelect
        label={t('events.source')}
        data={[all, ...sources]}
        value={values.source}
        onChange={({ currentTarget }) => put('source', currentTarget.value)}
      />
      <NativeSelect
        label={t('events.target')}
        data={[all, ...targets]}
        value={values.target}
        onChange={({ currentTarget }) => put('target', currentTarget.value)}
      />
      <NativeSelect
        label={t('events.older')}
        data={[all, ...ages.map((age) => ({ value: age, label: t(`events.age.${age}`) }))]}
        value={values.older}
        onChange={({ currentTarget }) => put('older', currentTarget.value)}
      />
    </div>
  );
}

/** Each once, in order, with the one that is looked for. */
function namesOf(names: readonly string[], chosen: string): string[] {
  return [...new Set(chosen ? [...names, chosen] : names)].toSorted();
}

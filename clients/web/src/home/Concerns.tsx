import { Button, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../look/Empty.tsx';
import list from '../look/List.module.css';
import { StateMark } from '../look/StateMark.tsx';
import { Waiting } from '../look/Waiting.tsx';
import type { Area, Concern, Found } from '../shell/area.ts';
import { useAreas } from '../shell/use-areas.ts';
import { useBrought } from '../shell/use-brought.ts';
import { concernState } from './health-state.ts';

type Load = NonNullable<Area['concerns']>;
type UseConcerns = Awaited<ReturnType<Load>>['useConcerns'];

/** What needs somebody, over all areas that this role sees: what is wrong first, and what is to be decided. */
export function Concerns() {
  const { t } = useTranslation();
  const areas = useAreas();
  const [found, setFound] = useState<Readonly<Record<string, Found>>>({});
  const here = areas.filter(({ concerns }) => concerns);
  const note = useCallback((area: string, what: Found) => setFound((before) => ({ ...before, [area]: what })), []);
  const said = here.map(({ name }) => ({ name, what: found[name] ?? 'asking' }));
  const all = said.flatMap(({ name, what }) =>
    typeof what === 'string' ? [] : what.map((concern) => ({ ...concern, area: name })),
  );
  // The area of a thing knows it better than one that watches over all.
  const once = all.filter(({ key }, index) => all.findIndex((other) => other.key === key) === index);
  const ordered = [...once.filter(({ kind }) => kind === 'wrong'), ...once.filter(({ kind }) => kind === 'decide')];
  const isAsking = said.some(({ what }) => what === 'asking');
  const isAway = said.some(({ what }) => what === 'away');
  return (
    <>
      {here.map(({ name, concerns }) => concerns && <OfArea key={name} area={name} load={concerns} onChange={note} />)}
      {ordered.length > 0 && (
        <ul className={list.list} aria-label={t('home.concerns')}>
          {ordered.map((concern) => (
            <ConcernRow key={`${concern.area} ${concern.key}`} concern={concern} area={concern.area} />
          ))}
        </ul>
      )}
      {isAsking && ordered.length === 0 && <Waiting rows={2} />}
      {isAway && (
        <Text role="status" mt="sm" c="var(--quiet)">
          {t('home.notAll')}
        </Text>
      )}
      {!isAsking && !isAway && ordered.length === 0 && (
        <Empty icon="check" title={t('home.allWell')} text={t('home.allWellText')} />
      )}
    </>
  );
}

function ConcernRow({ concern, area }: { concern: Concern; area: string }) {
  const { t } = useTranslation();
  const { kind, title, detail, path } = concern;
  const { word: _, ...standing } = concernState(concern);
  return (
    <li className={list.row}>
      <Link to={path} className={list.name}>
        {title}
      </Link>
      <span className={list.quiet}>{detail ?? t(`area.${area}`)}</span>
      <StateMark {...standing} word={t(`home.kind.${kind}`)} />
      <span className={list.figure}>
        <Button component={Link} to={path} size="sm" variant="default" style={{ position: 'relative' }}>
          {t(`home.act.${kind}`)}
        </Button>
      </span>
    </li>
  );
}

/** The concerns of one area; it shows nothing itself. */
function OfArea({ area, load, onChange }: { area: string; load: Load; onChange: OnChange }) {
  const module = useBrought(load);
  return module && <Report area={area} useConcerns={module.useConcerns} onChange={onChange} />;
}

type OnChange = (area: string, what: Found) => void;

function Report({ area, useConcerns, onChange }: { area: string; useConcerns: UseConcerns; onChange: OnChange }) {
  const concerns = useConcerns();
  const said = JSON.stringify(concerns);
  useEffect(() => onChange(area, JSON.parse(said)), [area, said, onChange]);
  return null;
}

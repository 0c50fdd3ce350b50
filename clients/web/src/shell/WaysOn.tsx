import { Button, Group } from '@mantine/core';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useViewer } from '../session/viewer.tsx';
import { isFor } from './area.ts';
import { areaOf } from './area-of.ts';
import { AreasContext } from './use-areas.ts';

/** Where one goes from a page that is none, or is not one's own: the area that it would belong to, and the start. */
export function WaysOn() {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const areas = useContext(AreasContext);
  const { pathname } = useLocation();
  const area = areaOf(areas, pathname);
  return (
    <Group gap="sm" justify="center">
      {area && isFor(viewer, area) && (
        <Button component={Link} to={area.path} variant="default">
          {t('notFound.toArea', { area: t(`area.${area.name}`) })}
        </Button>
      )}
      <Button component={Link} to="/" variant="default">
        {t('notFound.back')}
      </Button>
    </Group>
  );
}
